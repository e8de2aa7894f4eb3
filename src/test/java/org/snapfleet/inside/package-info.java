/**
 * Tests that run inside the server, in the packaged site, on each database: what needs CDI, JPA and
 * transactions. A topic is an interface of tests; one class per database collects them all, because
 * each class boots a server.
 */
package org.snapfleet.inside;
