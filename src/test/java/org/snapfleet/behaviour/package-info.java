/** Tests of the packaged site from outside, as its visitors and their programs meet it. */
package org.snapfleet.behaviour;
