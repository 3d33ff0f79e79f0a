package de.stadtchronik.change;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;

/** PostgreSQL flushes its log before a commit returns ({@code synchronous_commit}, on by default). */
@Singleton
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
class ServerDurability implements Durability {

    @Override
    public void flush() {}

    /** Others see only what was committed, and thereby flushed. */
    @Override
    public void flushUpTo(long position) {}
}
