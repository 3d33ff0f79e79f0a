/** Stories: what users do, through the front door, on both databases. */
package de.stadtchronik;
