package org.snapfleet.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskPhotoStoreTest {
  @TempDir private Path temporary;

  private final ObjectKey key = KeyStem.random(Area.PUBLIC).key("original", "jpg");
  private Path folder;
  private Path file;
  private DiskPhotoStore store;

  @BeforeEach
  void make() throws IOException {
    folder = temporary.resolve("photos");
    file = Files.writeString(temporary.resolve("upload"), "0123456789");
    store = new DiskPhotoStore(folder, new FolderMarker(folder).adopt());
  }

  @Test
  void whatWasPutIsFoundWholeAndInParts() throws IOException {
    store.put(key, file);
    StoredObject found = store.find(key).orElseThrow();

    assertThat(found.size()).isEqualTo(10);
    assertThat(text(found, 0, 10)).isEqualTo("0123456789");
    assertThat(text(found, 3, 4)).isEqualTo("3456");
  }

  @Test
  void whatWasDeletedIsGoneWithItsTemporaryFile() throws IOException {
    store.put(key, file);
    Files.writeString(folder.resolve(key.shard()).resolve(".incoming-" + key.name()), "half");

    store.delete(key);
    store.delete(key);

    assertThat(store.find(key)).isEmpty();
    assertThat(files()).isEmpty();
  }

  @Test
  void aFolderWithoutItsMarkerTakesNothing() throws IOException {
    Files.delete(folder.resolve(".snapfleet-photos"));

    assertThatThrownBy(() -> store.put(key, file))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining(folder.toString());
    assertThat(files()).isEmpty();
  }

  @Test
  void anotherSitesFolderTakesNothing() throws IOException {
    Files.writeString(folder.resolve(".snapfleet-photos"), "another");

    assertThatThrownBy(() -> store.put(key, file)).isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> store.delete(key)).isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void aFailedPutLeavesNothing() throws IOException {
    assertThatThrownBy(() -> store.put(key, temporary.resolve("missing")))
        .isInstanceOf(IOException.class);

    assertThat(files()).isEmpty();
  }

  @Test
  void aFolderKeepsTheMarkerItHas() throws IOException {
    assertThat(new FolderMarker(folder).adopt()).isEqualTo(new FolderMarker(folder).adopt());
  }

  private Stream<Path> files() throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found
          .filter(Files::isRegularFile)
          .filter(path -> !path.endsWith(".snapfleet-photos"))
          .toList()
          .stream();
    }
  }

  private static String text(StoredObject object, long offset, long length) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    object.writeTo(out, offset, length);
    return out.toString(StandardCharsets.UTF_8);
  }
}
