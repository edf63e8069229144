import io.github.clearstreet.ClearStreet
import io.github.clearstreet.ClearStreetException
import io.github.clearstreet.NotSentException
import io.github.clearstreet.OutcomeUnknownException
import io.github.clearstreet.RejectedException
import io.github.clearstreet.sandbox.Fault
import io.github.clearstreet.sandbox.Sandbox

/** Each way a call can end is a branch; an optional value is a nullable one. */
fun close(client: ClearStreet, account: Long): String =
    try {
        client.positions().closePositions(account).data().joinToString { order ->
            val symbol: String? = order.symbol().orElse(null)
            "${order.side()} ${order.quantity()} ${symbol ?: "?"}"
        }
    } catch (e: NotSentException) {
        "not sent: fix the cause, send again"
    } catch (e: RejectedException) {
        "rejected: ${e.message}"
    } catch (e: OutcomeUnknownException) {
        "unknown: look at orders since ${e.sentAt()} first"
    } catch (e: ClearStreetException) {
        "another: ${e.outcome()}"
    }

fun main() {
    Sandbox.start().use { sandbox ->
        ClearStreet.builder().baseUrl(sandbox.baseUrl()).apiKey(sandbox.apiKey()).build().use { client ->
            sandbox.account(19816).position("GOOG", "25")
            println(close(client, 19816))
            sandbox.account(19817).position("GOOG", "25")
            sandbox.nextCall("close_positions", Fault.drops().afterExecuting())
            println(close(client, 19817))
        }
    }
}
