package org.snapfleet.images;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImageFormatTest {
  @Test
  void isFoundByItsExtension() {
    for (ImageFormat format : ImageFormat.values()) {
      assertThat(ImageFormat.ofExtension(format.extension())).contains(format);
    }
    assertThat(ImageFormat.ofExtension("exe")).isEmpty();
    assertThat(ImageFormat.JPEG.mediaType()).isEqualTo("image/jpeg");
  }
}
