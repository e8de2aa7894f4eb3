/**
 * The CloudFormation templates as the tests and the drill read them: what is in them, and what AWS
 * would make of them with given parameters.
 */
package org.snapfleet.stack;
