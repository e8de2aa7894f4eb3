package org.snapfleet.move;

import java.util.UUID;

/** A row that says that bytes may be named by no photo. */
record StrayRow(UUID id, Copies copies) {}
