package dev.torii.app.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// What a measurement was made on.
///
/// @param loadAverage of the last minute, when it was asked: others may have been at work; negative where the
/// system does not tell
record Machine(
        String system,
        String processor,
        int processors,
        long memoryBytes,
        long maxHeapBytes,
        String java,
        double loadAverage) {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    static Machine here() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        long memory = system instanceof com.sun.management.OperatingSystemMXBean known ? known.getTotalMemorySize() : 0;
        return new Machine(
                system.getName() + " " + system.getVersion() + " " + system.getArch(),
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                memory,
                Runtime.getRuntime().maxMemory(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
                system.getSystemLoadAverage());
    }

    private static String processorName() {
        try {
            for (String line : Files.readAllLines(PROCESSORS)) {
                if (line.toLowerCase(Locale.ROOT).startsWith("model name")) {
                    return line.substring(line.indexOf(':') + 1).strip();
                }
            }
            return System.getProperty("os.arch", "");
        } catch (IOException e) {
            return System.getProperty("os.arch", "");
        }
    }
}
