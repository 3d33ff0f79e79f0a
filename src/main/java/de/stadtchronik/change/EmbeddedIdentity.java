package de.stadtchronik.change;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;

/** A file does not know that it was copied. Backups carry a mark instead. */
@Singleton
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "h2")
class EmbeddedHome implements Home {

    @Override
    public String place() {
        return "file";
    }
}
