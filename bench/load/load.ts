/** One client: sends its next request and gives the answer's status when it is there. */
export type Client = {
  /** Rejects when no answer came. */
  send(): Promise<number>;
  close(): void;
};

/** What is sent, and to whom. */
export type Load = {
  /** A client of its own connection. */
  readonly open: () => Client;
  /** Which answer counts as served. */
  readonly isServed: (status: number) => boolean;
  /** Made ready before each round, outside the measured time: what a round uses up. */
  readonly prepare?: () => Promise<void>;
};
