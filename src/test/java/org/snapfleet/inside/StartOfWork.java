package org.snapfleet.inside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Background work begins when the server is done with the deployment. */
interface StartOfWork {

  @Test
  default void backgroundWorkWaitsForTheEndOfTheDeployment() throws Exception {
    StartNoted noted = Inside.bean(StartNoted.class);

    assertThat(noted.wasSeenInServer()).isTrue();
    assertThat(noted.wasInServerAtTheTurn()).isFalse();
  }
}
