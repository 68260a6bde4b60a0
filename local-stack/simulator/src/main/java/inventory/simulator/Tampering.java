package inventory.simulator;

/** Replaces ports by defective ones, which a test expects the simulator to notice. */
interface Tampering {

  /** No port is replaced. */
  Tampering NONE =
      new Tampering() {
        @Override
        public <T> T replace(Class<T> port, T real) {
          return real;
        }
      };

  /**
   * The port to use.
   *
   * @param real the right one
   */
  <T> T replace(Class<T> port, T real);
}
