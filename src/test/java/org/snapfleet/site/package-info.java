/**
 * What tests of the whole site stand on: real servers in processes of their own, a client that
 * watches what every response must keep to, and pictures drawn for the purpose.
 */
package org.snapfleet.site;
