package dev.torii.app.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Turns the text of a setting into the type of its key, and back for people.
final class SettingValue {
    private SettingValue() {}

    /// @throws IllegalArgumentException when the text is not of the type
    static Object parse(Type type, String text) {
        String trimmed = text.strip();
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return Arrays.stream(trimmed.split(","))
                    .map(String::strip)
                    .filter(item -> !item.isEmpty())
                    .toList();
        }
        if (type instanceof Class<?> plain) {
            return parsePlain(plain, trimmed);
        }
        throw new IllegalStateException("no settings of type " + type);
    }

    private static Object parsePlain(Class<?> type, String text) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.toString().equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(text));
        }
        return switch (type.getSimpleName()) {
            case "String" -> text;
            case "int", "Integer" -> Integer.valueOf(text.replace("_", ""));
            case "long", "Long" -> Long.valueOf(text.replace("_", ""));
            case "double", "Double" -> number(text);
            case "boolean", "Boolean" -> truth(text);
            case "URI" -> address(text);
            case "Path" -> path(text);
            default -> throw new IllegalStateException("no settings of type " + type);
        };
    }

    private static Double number(String text) {
        double value = Double.parseDouble(text);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }

    private static Boolean truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static URI address(String text) {
        URI address = URI.create(text);
        if (!address.isAbsolute() || address.isOpaque()) {
            throw new IllegalArgumentException(text);
        }
        return address;
    }

    private static Path path(String text) {
        try {
            return text.equals("~") || text.startsWith("~/")
                    ? Path.of(System.getProperty("user.home") + text.substring(1))
                    : Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static String typeName(Type type) {
        if (!(type instanceof Class<?> plain)) {
            return "list, comma-separated";
        }
        if (plain.isEnum()) {
            return "one of "
                    + Arrays.stream(plain.getEnumConstants())
                            .map(SettingValue::show)
                            .collect(Collectors.joining(", "));
        }
        return switch (plain.getSimpleName()) {
            case "int", "Integer", "long", "Long" -> "whole number";
            case "double", "Double" -> "number";
            case "boolean", "Boolean" -> "true or false";
            case "URI" -> "absolute URL";
            case "Path" -> "path";
            default -> "text";
        };
    }

    static String show(Object value) {
        return switch (value) {
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
            case List<?> list -> list.stream().map(Object::toString).collect(Collectors.joining(","));
            default -> value.toString().replaceAll("(?i)(password=|://[^/@:]+:)[^&@]+", "$1***");
        };
    }
}
