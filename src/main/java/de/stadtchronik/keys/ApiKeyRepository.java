package de.stadtchronik.keys;

import de.stadtchronik.access.Actor;
import de.stadtchronik.access.KeyNames;
import de.stadtchronik.access.Role;
import de.stadtchronik.change.AccessRevoked;
import de.stadtchronik.change.WriteTransaction;
import de.stadtchronik.change.WriteTransactions;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.query.EntityTag;
import de.stadtchronik.settings.Settings;
import de.stadtchronik.storage.Ids;
import de.stadtchronik.text.BilingualText;
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

/** The only access to the table of keys. Every change to a key is a line of the change log. */
@ApplicationScoped
public class ApiKeyRepository implements KeyNames {

    private static final Set<String> RESERVED =
            Set.of(AdminKey.NAME, FirstKey.ACTOR, "anonymous", "harvest", "import", "sample", "service", "time");
    private static final String RESERVED_START = OpenIdConnect.START;

    private final EntityManager database;
    private final WriteTransactions turns;
    private final LoggedKeys logged;
    private final Settings settings;
    private final Event<AccessRevoked> revocations;

    ApiKeyRepository(
            EntityManager database,
            WriteTransactions turns,
            LoggedKeys logged,
            Settings settings,
            Event<AccessRevoked> revocations) {
        this.database = database;
        this.turns = turns;
        this.logged = logged;
        this.settings = settings;
        this.revocations = revocations;
    }

    /**
     * Creates a key.
     *
     * @throws Problem KEY_NAME_TAKEN
     */
    Key create(Actor actor, NewKey wanted) {
        return turns.take(actor, turn -> create(turn, actor, wanted));
    }

    /**
     * Creates the first key, unless a key with the role admin is usable: of several replicas only one does it.
     *
     * @param keep stores the key before it becomes valid, so that it cannot get lost
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

    private Key create(WriteTransaction turn, Actor actor, NewKey wanted) {
        requireFree(wanted.name(), turn.now());
        var token = KeyToken.of(Ids.next());
        var row = new ApiKey(token, wanted, turn.now(), actor.name());
        database.persist(row);
        logged.append(turn, row.id, LoggedKeys.Operation.KEY_CREATE);
        return Key.once(row, token);
    }

    /** The newest first, which their ids tell (UUIDv7); those before one, if it is given. */
    @Transactional
    List<Key> list(Optional<UUID> before, int limit) {
        return database.createQuery("from ApiKey where id < :before order by id desc", ApiKey.class)
                .setParameter("before", before.orElse(Ids.AFTER_ALL))
                .setMaxResults(limit)
                .getResultStream()
                .map(Key::of)
                .toList();
    }

    /** All of them, the oldest first, including those that are no longer valid. */
    @Transactional
    public List<Key> all() {
        return database.createQuery("from ApiKey order by id", ApiKey.class)
                .getResultStream()
                .map(Key::of)
                .toList();
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
     * Gives a key a new secret; the old one is invalid from this moment.
     *
     * @throws Problem NOT_FOUND, KEY_ENDED
     */
    Key rotate(Actor actor, UUID id) {
        return turns.take(actor, turn -> {
            var row = row(id);
            EntityTag.require(() -> Key.of(row));
            if (!row.isUsable(turn.now())) {
                throw new Problem(
                        ProblemType.KEY_ENDED,
                        new BilingualText(
                                "Der Schlüssel ist gesperrt oder abgelaufen.", "The key is revoked or has expired."));
            }
            var token = KeyToken.of(id);
            row.carry(token);
            logged.append(turn, id, LoggedKeys.Operation.KEY_ROTATE);
            return Key.once(row, token);
        });
    }

    /**
     * Revokes a key from this moment. Does nothing if it was revoked before.
     *
     * @throws Problem NOT_FOUND, LAST_ADMIN_KEY
     */
    void revoke(Actor actor, UUID id) {
        turns.take(actor, turn -> {
            var row = row(id);
            EntityTag.require(() -> Key.of(row));
            if (row.revokedAt == null) {
                requireNotTheLast(row, turn.now());
                row.revokedAt = turn.now();
                logged.append(turn, id, LoggedKeys.Operation.KEY_REVOKE);
                revocations.fire(new AccessRevoked(row.name, turn));
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
                    new BilingualText(
                            "Kein anderer gültiger Schlüssel hat die Rolle admin, und stadtchronik.admin-key ist nicht gesetzt.",
                            "No other valid key has the role admin, and stadtchronik.admin-key is not set."));
        }
    }

    private long usableAdmins(Instant now) {
        return (Long) database.createNativeQuery(
                        "select count(*) from api_key where role = :admin and revoked_at is null"
                                + " and (expires_at is null or expires_at > :now)",
                        Long.class)
                .setParameter("admin", Role.ADMIN.name())
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
                    new BilingualText("Der Name „%s“ ist vergeben.", "The name “%s” is taken.").with(name));
        }
    }

    private ApiKey row(UUID id) {
        return find(id).orElseThrow(() -> new Problem(
                ProblemType.NOT_FOUND,
                new BilingualText("Es gibt keinen Schlüssel mit der Id %s.", "There is no key with the id %s.")
                        .with(id)));
    }
}
