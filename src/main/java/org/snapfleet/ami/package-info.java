/**
 * The first boot of an instance of the image: reads what the instance was told, in its user data,
 * SSM parameters and Secrets Manager, and writes the service's environment file. A program of its
 * own, which has ended before the site starts.
 *
 * <p>It stands alone.
 */
package org.snapfleet.ami;
