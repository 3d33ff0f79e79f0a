package de.stadtchronik.keys;

import com.fasterxml.uuid.Generators;
import de.stadtchronik.access.Actor;
import de.stadtchronik.access.KeyNames;
import de.stadtchronik.access.Role;
import de.stadtchronik.change.Change;
import de.stadtchronik.change.KeyRevoked;
import de.stadtchronik.change.Turn;
import de.stadtchronik.change.Turns;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.settings.Settings;
import de.stadtchronik.text.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** All keys: the only door to their table. Every change to one is a line of the change log. */
@ApplicationScoped
class Keyring implements KeyNames {

    private static final Set<String> RESERVED =
            Set.of(AdminKey.NAME, FirstKey.ACTOR, "anonymous", "harvest", "import", "sample", "service", "time");
    /** The max UUID (RFC 9562, section 5.10). */
    private static final UUID NEWER_THAN_ALL = new UUID(-1, -1);

    private static final String RESERVED_START = OpenIdConnect.START;

    private final EntityManager database;
    private final Turns turns;
    private final Settings settings;
    private final Event<KeyRevoked> revocations;

    Keyring(EntityManager database, Turns turns, Settings settings, Event<KeyRevoked> revocations) {
        this.database = database;
        this.turns = turns;
        this.settings = settings;
        this.revocations = revocations;
    }

    /**
     * Makes a key.
     *
     * @throws Problem KEY_NAME_TAKEN
     */
    Key create(Actor actor, NewKey wanted) {
        return turns.take(actor, turn -> create(turn, actor, wanted));
    }

    /**
     * Makes the first key, if no key with the role admin is usable; whoever is not the first does nothing.
     *
     * @param keep keeps the key before it becomes valid, so that none is lost
     */
    Optional<Key> createFirst(Actor actor, NewKey wanted, Consumer<Key> keep) {
        return turns.take(actor, turn -> {
            if (usableAdmins(turn.now()) > 0) {
                return Optional.empty();
            }
            var key = create(turn, actor, wanted);
            keep.accept(key);
            return Optional.of(key);
        });
    }

    private Key create(Turn turn, Actor actor, NewKey wanted) {
        requireFree(wanted.name(), turn.now());
        var token = KeyToken.of(Generators.timeBasedEpochRandomGenerator().generate());
        var row = new ApiKey(token, wanted, turn.now(), actor.name());
        database.persist(row);
        append(turn, row.id, Change.Operation.KEY_CREATE);
        return Key.once(row, token);
    }

    /** The newest first, which their ids tell (UUIDv7); those before one, if it is given. */
    @Transactional
    List<Key> list(Optional<UUID> before, int limit) {
        return database.createQuery("from ApiKey where id < :before order by id desc", ApiKey.class)
                .setParameter("before", before.orElse(NEWER_THAN_ALL))
                .setMaxResults(limit)
                .getResultStream()
                .map(Key::of)
                .toList();
    }

    @Transactional
    List<ApiKey> all() {
        return database.createQuery("from ApiKey order by id", ApiKey.class).getResultList();
    }

    /** @throws Problem NOT_FOUND */
    @Transactional
    Key get(UUID id) {
        return Key.of(row(id));
    }

    /** The row of a key, whether it is usable or not: one lookup by its primary key. */
    @Transactional
    Optional<ApiKey> find(UUID id) {
        return Optional.ofNullable(database.find(ApiKey.class, id));
    }

    /**
     * Gives a key a new secret; the old one is worth nothing from this moment.
     *
     * @throws Problem NOT_FOUND, KEY_ENDED
     */
    Key rotate(Actor actor, UUID id) {
        return turns.take(actor, turn -> {
            var row = row(id);
            if (!row.isUsable(turn.now())) {
                throw new Problem(
                        ProblemType.KEY_ENDED,
                        new Words("Der Schlüssel ist gesperrt oder abgelaufen.", "The key is revoked or has expired."));
            }
            var token = KeyToken.of(id);
            row.carry(token);
            append(turn, id, Change.Operation.KEY_ROTATE);
            return Key.once(row, token);
        });
    }

    /**
     * Ends a key, from this moment. Does nothing if it was revoked before.
     *
     * @throws Problem NOT_FOUND, LAST_ADMIN_KEY
     */
    void revoke(Actor actor, UUID id) {
        turns.take(actor, turn -> {
            var row = row(id);
            if (row.revokedAt == null) {
                requireNotTheLast(row, turn.now());
                row.revokedAt = turn.now();
                append(turn, id, Change.Operation.KEY_REVOKE);
                revocations.fire(new KeyRevoked(row.name, turn));
            }
            return row;
        });
    }

    private void requireNotTheLast(ApiKey row, Instant now) {
        if (row.role == Role.ADMIN
                && row.isUsable(now)
                && usableAdmins(now) == 1
                && settings.adminKey().isEmpty()) {
            throw new Problem(
                    ProblemType.LAST_ADMIN_KEY,
                    new Words(
                            "Kein anderer gültiger Schlüssel hat die Rolle admin, und stadtchronik.admin-key ist nicht gesetzt.",
                            "No other valid key has the role admin, and stadtchronik.admin-key is not set."));
        }
    }

    private long usableAdmins(Instant now) {
        return database.createQuery(
                        "select count(*) from ApiKey where role = :admin and revokedAt is null"
                                + " and (expiresAt is null or expiresAt > :now)",
                        Long.class)
                .setParameter("admin", Role.ADMIN)
                .setParameter("now", now)
                .getSingleResult();
    }

    @Override
    @Transactional
    public boolean hasEnded(String name, Instant now) {
        var namesakes = namesakes(name);
        return !namesakes.isEmpty() && namesakes.stream().noneMatch(key -> key.isUsable(now));
    }

    private List<ApiKey> namesakes(String name) {
        return database.createQuery("from ApiKey where name = :name", ApiKey.class)
                .setParameter("name", name)
                .getResultList();
    }

    private void requireFree(String name, Instant now) {
        var taken = RESERVED.contains(name.toLowerCase(Locale.ROOT))
                || name.toLowerCase(Locale.ROOT).startsWith(RESERVED_START)
                || namesakes(name).stream().anyMatch(namesake -> namesake.isUsable(now));
        if (taken) {
            throw new Problem(
                    ProblemType.KEY_NAME_TAKEN,
                    new Words("Der Name „%s“ ist vergeben.", "The name “%s” is taken.").with(name));
        }
    }

    private ApiKey row(UUID id) {
        return find(id).orElseThrow(() -> new Problem(
                ProblemType.NOT_FOUND,
                new Words("Es gibt keinen Schlüssel mit der Id %s.", "There is no key with the id %s.").with(id)));
    }

    private static void append(Turn turn, UUID id, Change.Operation operation) {
        turn.append(new Change.Event(Change.KEY, id, operation, 0, 0, List.of(), null));
    }
}
