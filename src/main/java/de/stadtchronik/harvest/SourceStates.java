package de.stadtchronik.harvest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/** The door for those who look after the service: how all sources do. */
@ApplicationScoped
public class SourceStates {

    private final EntityManager database;

    SourceStates(EntityManager database) {
        this.database = database;
    }

    /** All of them, by name. */
    @Transactional
    public List<SourceState> all() {
        return database.createQuery("from HarvestSource order by name", HarvestSource.class)
                .getResultStream()
                .map(SourceState::of)
                .toList();
    }
}
