package org.snapfleet.photos;

import java.util.Optional;
import org.snapfleet.sessions.Person;

/** A photo that someone wants to share. */
record NewPhoto(
    Person owner,
    Caption caption,
    Visibility visibility,
    ReceivedFile file,
    Optional<UploadKey> key) {}
