package org.snapfleet.site;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** After each class of tests: no server wrote a stack trace meanwhile. Registered for all tests. */
public final class CleanLogs implements AfterAllCallback {
  @Override
  public void afterAll(ExtensionContext context) {
    LiveSites.assertLogsAreClean();
  }
}
