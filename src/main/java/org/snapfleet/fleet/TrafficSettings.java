package org.snapfleet.fleet;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What becomes of the requests' records.
 *
 * @param stream the name of the Kinesis data stream
 * @param endpoint where Kinesis is, unless it is AWS's own
 */
public record TrafficSettings(Way way, String stream, Optional<URI> endpoint) {
  private static final String STREAM = "snapfleet.kinesis.stream";

  /** Kinesis' rules for the names of streams (API reference, CreateStream). */
  private static final Pattern STREAM_NAME = Pattern.compile("[a-zA-Z0-9_.-]{1,128}");

  /** How traffic is analysed. */
  public enum Way {
    /** Each instance counts its own windows and writes them to the database. */
    DATABASE,
    /** Each request's record goes to a stream, where others count. */
    KINESIS,
    /** Nothing is recorded. */
    OFF
  }

  static TrafficSettings read(SettingsReader reader) {
    String stream = reader.text(STREAM).orElse("web-access-log");
    if (!STREAM_NAME.matcher(stream).matches()) {
      throw new WrongSettingException(STREAM, stream, "the name of a Kinesis data stream");
    }
    return new TrafficSettings(
        reader.choice("snapfleet.traffic", Way.class, Way.DATABASE),
        stream,
        reader.url("snapfleet.kinesis.endpoint"));
  }
}
