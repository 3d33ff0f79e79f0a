package de.stadtchronik.connection;

/** Fired when the service stops and takes no more connections: whatever lasts is to end in order. */
public record PortClosed() {}
