/** The start page: what the service is, its newest items, and links to the API and its documentation. */
@NullMarked
package de.stadtchronik.welcome;

import org.jspecify.annotations.NullMarked;
