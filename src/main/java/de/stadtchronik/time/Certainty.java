package de.stadtchronik.time;

/** How surely something took place within a period asked for, see {@link Edtf#within}. */
public enum Certainty {
    /** Whatever the exact dates were, at least a part of it lies within the period. */
    CERTAIN,
    /** It may lie within the period; what is known neither proves nor excludes it. */
    POSSIBLE
}
