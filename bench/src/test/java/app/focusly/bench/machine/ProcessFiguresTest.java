package app.focusly.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessFiguresTest {
  @Test
  void readsTheTimesBehindANameWithSpacesAndBrackets() {
    String stat = "77 (a (b) c) S 1 2 3 4 5 6 7 8 9 10 250 50 0 0 20 0 12 0 5 6 7";
    assertThat(ProcessFigures.cpu(stat)).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void readsResidentMemoryInBytes() {
    assertThat(ProcessFigures.residentBytes("VmHWM:\t  900 kB\nVmRSS:\t  120 kB\n"))
        .isEqualTo(120 * 1024);
  }

  @Test
  void aProcessWithoutMemoryHasEnded() {
    assertThatThrownBy(() -> ProcessFigures.residentBytes("State:\tZ (zombie)\n"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsItsOwnProcess() throws Exception {
    ProcessFigures own = ProcessFigures.of(ProcessHandle.current().pid());
    assertThat(own.cpu()).isPositive();
    assertThat(own.residentBytes()).isGreaterThan(1_000_000);
  }
}
