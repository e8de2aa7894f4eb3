package org.snapfleet.images;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifTiffHandler;
import java.io.IOException;
import java.util.Set;

/**
 * Reads the orientation out of EXIF's TIFF part, and nothing else of it: all other tags are stepped
 * over, so that a hostile table of them costs no memory. Broken EXIF says upright.
 */
final class ExifOrientation {
  /** The first table of tags lies near the start; whatever follows is not read. */
  static final int BYTES_READ = 64 * 1024;

  private ExifOrientation() {}

  static Orientation of(byte[] tiff) {
    try {
      Metadata metadata = new Metadata();
      new TiffReader().processTiff(new ByteArrayReader(tiff), new OnlyOrientation(metadata), 0);
      var directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
      Integer tag =
          directory == null ? null : directory.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
      return tag == null ? Orientation.UPRIGHT : Orientation.ofTag(tag);
    } catch (TiffProcessingException | IOException | RuntimeException broken) {
      return Orientation.UPRIGHT;
    }
  }

  private static final class OnlyOrientation extends ExifTiffHandler {
    OnlyOrientation(Metadata metadata) {
      super(metadata, null, 0);
    }

    @Override
    public boolean customProcessTag(
        int valueOffset,
        Set<Integer> processedIfdOffsets,
        int tiffHeaderOffset,
        RandomAccessReader reader,
        int tagId,
        int byteCount) {
      return tagId != ExifDirectoryBase.TAG_ORIENTATION;
    }

    @Override
    public boolean tryEnterSubIfd(int tagId) {
      return false;
    }

    @Override
    public boolean hasFollowerIfd() {
      return false;
    }
  }
}
