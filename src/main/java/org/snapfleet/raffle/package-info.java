/**
 * The raffle: entries by e-mail address, and a draw that anyone can check.
 *
 * <p>Why nobody can choose the winners, the organiser included: when the raffle is made, a secret
 * of 256 random bits is fixed by publishing its SHA-256, before anyone is in. When it is closed,
 * the list of all receipts' hashes is fixed by publishing it with its SHA-256. Only then a public
 * value is typed in, which nobody could know before (where it will come from is said when the
 * raffle is made), and which stays. The order follows from these three ({@link
 * org.snapfleet.raffle.Ranking}); whoever fixed the first two did not know the third, and who sees
 * the third come does not know the first. Afterwards the secret is published, and with the list
 * anyone computes every rank. What the organiser could do is what a list cannot show: enter people
 * who do not exist. Those who know their receipts see that they are in, and how long the list is.
 *
 * <p>Why nobody learns who is in: what is published comes from random receipts and never from
 * addresses, and entering answers the second time as it did the first. (Whoever enters somebody
 * else's address while the raffle is open is told that receipt, and so could see later whether it
 * has won; not whether they were the first to enter it.)
 *
 * <p>Why whoever is told that they are in is in the list: closing waits for those who are being
 * entered ({@link org.snapfleet.raffle.DatabaseEntries}), or they are told only after another look
 * ({@link org.snapfleet.raffle.DynamoEntries}); sealing reads after that, once ({@link
 * org.snapfleet.raffle.Sealing}).
 *
 * <p>It may use {@code accounts}, {@code sessions}, {@code http} and {@code fleet}.
 */
package org.snapfleet.raffle;
