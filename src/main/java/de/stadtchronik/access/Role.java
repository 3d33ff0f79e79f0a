package de.stadtchronik.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a caller may do. Each role may also do what those before it may. */
public enum Role {
    /** Pulls, has webhooks of its own, and higher limits. */
    PARTNER,
    /** Writes drafts. */
    AUTHOR,
    /** Publishes. */
    EDITOR,
    /** Manages keys, erases, imports. */
    ADMIN;

    /** {@link #PARTNER} as {@code @RolesAllowed} takes it. */
    public static final String PARTNER_ROLE = "partner";

    /** {@link #AUTHOR} as {@code @RolesAllowed} takes it. */
    public static final String AUTHOR_ROLE = "author";

    /** {@link #EDITOR} as {@code @RolesAllowed} takes it. */
    public static final String EDITOR_ROLE = "editor";

    /** {@link #ADMIN} as {@code @RolesAllowed} takes it. */
    public static final String ADMIN_ROLE = "admin";

    /** The role as it stands in JSON, in tokens and in {@code @RolesAllowed}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return word();
    }

    /** The words of this role and of all that it includes. */
    public Set<String> words() {
        return Arrays.stream(values())
                .filter(role -> role.compareTo(this) <= 0)
                .map(Role::word)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The role of that word; empty if there is none. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /** The highest role among words, of which some may mean nothing here. */
    public static Optional<Role> highest(Collection<String> words) {
        return words.stream().map(Role::of).flatMap(Optional::stream).max(Comparator.naturalOrder());
    }
}
