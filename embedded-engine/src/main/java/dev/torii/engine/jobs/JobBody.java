package dev.torii.engine.jobs;

/// The work of a job.
@FunctionalInterface
public interface JobBody<T> {
    T run(JobContext context) throws Exception;
}
