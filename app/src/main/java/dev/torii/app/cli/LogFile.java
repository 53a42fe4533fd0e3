package dev.torii.app.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import dev.torii.app.config.MonitorConfig.LogLevel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/// The log of the process: `logs/torii.log` under the home folder, 10 MB at most, with five older ones kept.
final class LogFile {
    private static final String NAME = "torii-log";

    private LogFile() {}

    /// Begins to write there. Where the folder cannot be written nothing is logged: what opens the home next
    /// reports it.
    static void open(Path home, LogLevel level) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        Path folder = home.resolve("logs");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            return;
        }
        if (!Files.isWritable(folder)) {
            return;
        }
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.valueOf(level.name()));
        root.detachAppender(NAME);
        root.addAppender(appender(context, folder));
    }

    private static RollingFileAppender<ILoggingEvent> appender(LoggerContext context, Path folder) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{36} - %msg%n");
        encoder.start();

        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setName(NAME);
        appender.setFile(folder.resolve("torii.log").toString());
        appender.setEncoder(encoder);

        OlderLogs older = new OlderLogs(folder);
        older.setContext(context);
        older.setParent(appender);
        older.start();

        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context);
        size.setMaxFileSize(FileSize.valueOf("10MB"));
        size.start();

        appender.setRollingPolicy(older);
        appender.setTriggeringPolicy(size);
        appender.start();
        return appender;
    }
}
