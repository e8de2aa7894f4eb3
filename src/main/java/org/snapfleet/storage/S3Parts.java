package org.snapfleet.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** A multipart upload: nothing of it is an object until all of it is. */
record S3Parts(S3Door door, ObjectTerms terms, ObjectKey key) {
  private static final Logger LOG = Logger.getLogger(S3Parts.class.getName());

  /** Bytes of a part but the last; S3 takes no smaller ones than 5 MiB. */
  static final long LENGTH = 8L * 1024 * 1024;

  private static final int FORBIDDEN = 403;
  private static final int NOT_IMPLEMENTED = 501;

  /** Stores all of a file, or nothing. */
  void put(Path file, long size) throws IOException {
    String crc32 = Crc32.of(file);
    String id = begin();
    try {
      complete(id, sendAll(id, file, size), crc32);
    } catch (IOException | RuntimeException e) {
      abort(id);
      throw e;
    }
  }

  private String begin() throws IOException {
    return door.ask(
            client ->
                client.createMultipartUpload(
                    create ->
                        terms
                            .on(create, key)
                            .checksumAlgorithm(ChecksumAlgorithm.CRC32)
                            .checksumType(ChecksumType.FULL_OBJECT)))
        .uploadId();
  }

  private List<CompletedPart> sendAll(String id, Path file, long size) throws IOException {
    List<CompletedPart> parts = new ArrayList<>();
    for (FileSlice slice : FileSlice.cut(file, size, LENGTH)) {
      parts.add(send(id, parts.size() + 1, slice));
    }
    return parts;
  }

  private CompletedPart send(String id, int number, FileSlice slice) throws IOException {
    String crc32 = slice.crc32();
    UploadPartResponse sent =
        door.ask(
            client ->
                client.uploadPart(
                    part ->
                        part.bucket(terms.bucket())
                            .key(terms.name(key))
                            .uploadId(id)
                            .partNumber(number)
                            .checksumCRC32(crc32)
                            .overrideConfiguration(S3Door.patienceFor(slice.length())),
                    slice.body(key.mediaType())));
    return CompletedPart.builder()
        .partNumber(number)
        .eTag(sent.eTag())
        .checksumCRC32(crc32)
        .build();
  }

  /** An upload that is gone may be one that an earlier try completed. */
  private void complete(String id, List<CompletedPart> parts, String crc32) throws IOException {
    door.ask(
        client ->
            client.completeMultipartUpload(
                complete ->
                    complete
                        .bucket(terms.bucket())
                        .key(terms.name(key))
                        .uploadId(id)
                        .multipartUpload(m -> m.parts(parts))
                        .checksumCRC32(crc32)
                        .checksumType(ChecksumType.FULL_OBJECT)
                        .ifNoneMatch("*")),
        e -> S3Writer.isConflict(e) || e instanceof NoSuchUploadException);
  }

  /** What S3 has of it is paid for, until a lifecycle rule removes it. */
  private void abort(String id) {
    try {
      door.ask(
          client ->
              client.abortMultipartUpload(
                  abort -> abort.bucket(terms.bucket()).key(terms.name(key)).uploadId(id)),
          NoSuchUploadException.class::isInstance);
    } catch (NoSuchUploadException e) {
      // there is nothing left of it
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, "An unfinished upload is left in S3: {0}", e.getMessage());
    }
  }

  /** Aborts what an earlier process began; where listing is not allowed, a lifecycle rule does. */
  void forget() throws IOException {
    for (MultipartUpload left : door.ask(this::unfinished)) {
      if (left.key().equals(terms.name(key))) {
        abort(left.uploadId());
      }
    }
  }

  private List<MultipartUpload> unfinished(S3Client client) {
    try {
      return client
          .listMultipartUploads(list -> list.bucket(terms.bucket()).prefix(terms.name(key)))
          .uploads();
    } catch (S3Exception e) {
      if (e.statusCode() == FORBIDDEN || e.statusCode() == NOT_IMPLEMENTED) {
        return List.of();
      }
      throw e;
    }
  }
}
