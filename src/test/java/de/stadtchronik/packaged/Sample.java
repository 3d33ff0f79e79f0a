package de.stadtchronik.packaged;

/** What an installation begins with: the values of {@code stadtchronik.sample}. */
enum Sample {
    NONE("none"),
    REVIEW_2020("review-2020"),
    ENRICHED("enriched");

    final String setting;

    Sample(String setting) {
        this.setting = setting;
    }

    /** The one value with what the press release alone says, the other with what other reports add to it. */
    <T> T says(T review, T enriched) {
        return this == ENRICHED ? enriched : review;
    }
}
