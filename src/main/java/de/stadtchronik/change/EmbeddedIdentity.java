package de.stadtchronik.change;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;

/** A file cannot tell that it was copied; backups carry a mark instead. */
@Singleton
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "h2")
class EmbeddedIdentity implements DatabaseIdentity {

    @Override
    public String place() {
        return "file";
    }

    @Override
    public boolean isShared() {
        return false;
    }
}
