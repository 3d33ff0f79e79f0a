package de.stadtchronik.document;

import de.stadtchronik.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The addresses of items. */
@ApplicationScoped
public class Links {

    private final String publicUrl;
    private final Optional<String> webUrl;
    private final ResourceTypes types;

    Links(Settings settings, ResourceTypes types) {
        this.publicUrl = settings.baseUrl();
        this.webUrl = settings.webUrl();
        this.types = types;
    }

    /** The canonical address of an item: by id, because that never changes. */
    public String item(String type, UUID id) {
        return collection(types.named(type)) + "/" + id;
    }

    /** The start of every address. */
    public String base() {
        return publicUrl;
    }

    /** The address of a published version, by which it can be cited. */
    public String version(String type, UUID id, int number) {
        return item(type, id) + "/versions/" + number;
    }

    public String collection(ResourceType type) {
        return collection(type.path());
    }

    public String collection(String path) {
        return publicUrl + "/v1/" + path;
    }

    /** The address of the item's page for people, where the operator has told the pattern. */
    public Optional<String> page(String type, String slug) {
        return webUrl.map(
                pattern -> pattern.replace("{path}", types.named(type).path()).replace("{slug}", slug));
    }
}
