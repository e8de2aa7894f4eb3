package org.snapfleet.photos;

/**
 * A photo as pages show it to one visitor. Public, as all that the expression language calls.
 *
 * @param alt the caption, or who it is by
 * @param uploadedAt as ISO 8601, for machines
 * @param uploadedText the same for people
 * @param visibility {@code public}, {@code private}, {@code link} or {@code members}
 * @param editable whether the visitor may change it
 * @param deletable whether the visitor may remove it
 */
public record PhotoView(
    String id,
    String caption,
    String alt,
    String owner,
    String ownerLink,
    String pageLink,
    String uploadedAt,
    String uploadedText,
    String visibility,
    PictureView thumbnail,
    PictureView large,
    PictureView original,
    boolean animated,
    boolean editable,
    boolean deletable) {}
