package desk;

import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.ClearStreetException;
import io.github.clearstreet.Outcome;
import io.github.clearstreet.model.Order;
import io.github.clearstreet.model.Position;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Models are values that any mapper writes as the API does. */
@RestController
class Positions {
    private final ClearStreet clearStreet;

    Positions(ClearStreet clearStreet) {
        this.clearStreet = clearStreet;
    }

    @GetMapping("/accounts/{account}/positions")
    List<Position> positions(@PathVariable long account) {
        return clearStreet.positions().getPositions(account).stream().toList();
    }

    /** Returns the closing orders. They are not filled yet. */
    @DeleteMapping("/accounts/{account}/positions")
    List<Order> close(@PathVariable long account) {
        return clearStreet.positions().closePositions(account).data();
    }

    /** Says which of the outcomes it was: whoever called must not simply call again. */
    @ExceptionHandler
    ProblemDetail problem(ClearStreetException e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                e.outcome() == Outcome.REJECTED ? HttpStatus.CONFLICT : HttpStatus.BAD_GATEWAY, e.getMessage());
        problem.setProperty("outcome", e.outcome());
        return problem;
    }
}
