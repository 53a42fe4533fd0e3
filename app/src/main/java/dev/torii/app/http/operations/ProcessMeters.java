package dev.torii.app.http.operations;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;

/// The process's share of the machine, and its heap.
public final class ProcessMeters {
    private ProcessMeters() {}

    public static void register(MeterRegistry registry) {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        Runtime runtime = Runtime.getRuntime();
        Gauge.builder("adult_matching.system.cpu.percent", system, bean -> bean.getCpuLoad() * 100)
                .description("Load of the machine's processors, 0 to 100")
                .register(registry);
        Gauge.builder(
                        "adult_matching.system.memory.percent",
                        system,
                        bean -> 100.0
                                * (bean.getTotalMemorySize() - bean.getFreeMemorySize())
                                / bean.getTotalMemorySize())
                .description("Memory of the machine in use, 0 to 100")
                .register(registry);
        Gauge.builder(
                        "adult_matching.process.heap.bytes",
                        runtime,
                        memory -> memory.totalMemory() - memory.freeMemory())
                .description("Heap in use")
                .register(registry);
    }
}
