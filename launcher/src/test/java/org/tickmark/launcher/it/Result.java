package org.tickmark.launcher.it;

/**
 * How a program ended.
 *
 * @param exitCode the exit code
 * @param out what it wrote to its standard output
 * @param err what it wrote to its standard error
 */
record Result(int exitCode, String out, String err) {}
