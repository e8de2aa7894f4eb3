package org.snapfleet.site;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * At the end of all tests: shared servers stop, and the run fails if any test was skipped or given
 * up, because a test that does not run holds nothing.
 */
public final class WholeRun implements LauncherSessionListener {
  private final List<String> notRun = new CopyOnWriteArrayList<>();

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    session.getLauncher().registerTestExecutionListeners(new NotRun());
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    LiveSites.closeAll();
    SmtpServer.closeShared();
    Chromium.closeShared();
    MariaDbServer.closeShared();
    Folders.removeThoseOfTheRun();
    if (!notRun.isEmpty()) {
      throw new AssertionError("Tests were skipped or given up: " + notRun);
    }
  }

  private final class NotRun implements TestExecutionListener {
    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
      notRun.add(test.getDisplayName() + ": " + reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
        notRun.add(test.getDisplayName() + ": " + result.getThrowable().orElse(null));
      }
    }
  }
}
