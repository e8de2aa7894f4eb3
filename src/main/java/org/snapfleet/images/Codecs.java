package org.snapfleet.images;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.util.Iterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageReaderWriterSpi;
import javax.imageio.spi.ImageWriterSpi;

/**
 * The codecs by name: the JDK's own, and TwelveMonkeys' made here and never registered. In an
 * application server ImageIO's scan sees another application's plug-ins or none, and a registered
 * one would keep our class loader alive.
 */
final class Codecs {
  private final IIORegistry registry = registryOfTheJdk();
  private final ImageReaderSpi jpeg = jdk(ImageReaderSpi.class, "jpeg");
  private final ImageReaderSpi cmykJpeg = cmykJpeg(registry);
  private final ImageReaderSpi png = jdk(ImageReaderSpi.class, "png");
  private final ImageReaderSpi gif = jdk(ImageReaderSpi.class, "gif");
  private final ImageReaderSpi webp = new WebPImageReaderSpi();
  private final ImageWriterSpi jpegWriter = jdk(ImageWriterSpi.class, "jpeg");
  private final ImageWriterSpi pngWriter = jdk(ImageWriterSpi.class, "png");

  /** The registry scans the class path of whoever asks first: that shall not be ours. */
  private static IIORegistry registryOfTheJdk() {
    Thread thread = Thread.currentThread();
    ClassLoader ours = thread.getContextClassLoader();
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try {
      return IIORegistry.getDefaultInstance();
    } finally {
      thread.setContextClassLoader(ours);
    }
  }

  private <T extends ImageReaderWriterSpi> T jdk(Class<T> kind, String format) {
    Iterator<T> all = registry.getServiceProviders(kind, true);
    Iterable<T> once = () -> all;
    return StreamSupport.stream(once.spliterator(), false)
        .filter(spi -> spi.getClass().getModule().equals(IIORegistry.class.getModule()))
        .filter(spi -> Stream.of(spi.getFormatNames()).anyMatch(format::equals))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("This JDK has no codec for " + format));
  }

  /** Lets it find its delegate, the JDK's reader; that alone does not register it. */
  private static ImageReaderSpi cmykJpeg(IIORegistry registry) {
    ImageReaderSpi reader = new JPEGImageReaderSpi();
    reader.onRegistration(registry, ImageReaderSpi.class);
    return reader;
  }

  ImageReader jpeg(int components) throws IOException {
    return (components == 4 ? cmykJpeg : jpeg).createReaderInstance();
  }

  ImageReader png() throws IOException {
    return png.createReaderInstance();
  }

  ImageReader gif() throws IOException {
    return gif.createReaderInstance();
  }

  ImageReader webp() throws IOException {
    return webp.createReaderInstance();
  }

  ImageWriter writer(ImageFormat format) throws IOException {
    return (format == ImageFormat.JPEG ? jpegWriter : pngWriter).createWriterInstance();
  }
}
