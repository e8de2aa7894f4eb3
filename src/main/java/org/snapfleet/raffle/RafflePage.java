package org.snapfleet.raffle;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.snapfleet.http.View;

/** What everyone may see of a raffle: never an address, and of receipts only hashes. */
@Dependent
class RafflePage {
  private final RaffleDesk desk;
  private final OwnReceipt own;

  @Inject
  RafflePage(RaffleDesk desk, OwnReceipt own) {
    this.desk = desk;
    this.own = own;
  }

  /**
   * One who won. Public, as all that the expression language calls must be.
   *
   * @param receiptHash 64 hexadecimal digits
   * @param own whether it is this browser's
   */
  public record WinnerView(int rank, String receiptHash, boolean own) {}

  /** The page of one raffle, or of none. */
  View of(Optional<Raffle> raffle, HttpServletRequest request, HttpServletResponse response) {
    View view = View.of("raffle", request, response);
    raffle.ifPresent(one -> fill(view, one, request));
    return view;
  }

  private void fill(View view, Raffle raffle, HttpServletRequest request) {
    Optional<Receipt> receipt = own.of(raffle, request);
    view.with("raffle", RaffleView.of(raffle, desk.count(raffle)))
        .with("receipt", receipt.map(Receipt::text).orElse(""));
    if (raffle.state() == RaffleState.DRAWN) {
      List<WinnerView> drawn = drawn(raffle, receipt.map(Receipt::hash));
      view.with("winners", drawn)
          .with("won", drawn.stream().filter(WinnerView::own).findFirst().orElse(null));
    }
  }

  private List<WinnerView> drawn(Raffle raffle, Optional<ReceiptHash> mine) {
    List<ReceiptHash> hashes = desk.winners(raffle.id());
    return IntStream.range(0, hashes.size())
        .mapToObj(
            i ->
                new WinnerView(
                    i + 1,
                    hashes.get(i).toString(),
                    mine.filter(hashes.get(i)::equals).isPresent()))
        .toList();
  }

  /** The list of all raffles. */
  View past(HttpServletRequest request, HttpServletResponse response) {
    List<RaffleView> all = desk.all().stream().map(one -> RaffleView.of(one, 0)).toList();
    return View.of("raffles", request, response).with("raffles", all);
  }
}
