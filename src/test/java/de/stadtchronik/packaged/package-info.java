/**
 * The packaged application, run as an operator runs it: as a process of its own, which answers by HTTP and can be killed.
 * Each installation keeps its files and its output in a folder of its own below {@code target/packaged}.
 */
package de.stadtchronik.packaged;
