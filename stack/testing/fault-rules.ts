/** Which of the events that fit a rule it strikes: the nth from now on (1: the next), or every one. */
export type Turn = number | 'every';

/** A rule that was given; it says how often it struck. */
export interface GivenRule {
  struck(): number;
}

/** Rules in the order in which they were given; they count events, so the same events meet the same faults. */
export interface RuleBook<Event extends object, Fault> {
  add(fits: (event: Event) => boolean, turn: Turn, fault: Fault): GivenRule;
  /** The fault of the first rule whose turn it is. An event may be shown again as more of it is known: it counts once. */
  findFault(event: Event): Fault | null;
  clear(): void;
}

export function createRuleBook<Event extends object, Fault>(): RuleBook<Event, Fault> {
  let rules: { strikes(event: Event): boolean; fault: Fault }[] = [];
  return {
    add(fits, turn, fault) {
      const counted = new WeakSet<Event>();
      let seen = 0;
      let struck = 0;
      const strikes = (event: Event) => {
        if (counted.has(event) || !fits(event)) return false;
        counted.add(event);
        seen += 1;
        if (turn !== 'every' && seen !== turn) return false;
        struck += 1;
        return true;
      };
      rules.push({ strikes, fault });
      return { struck: () => struck };
    },
    // Every rule sees every event, or the count of one would depend on the others.
    findFault: (event) => rules.filter((rule) => rule.strikes(event))[0]?.fault ?? null,
    clear() {
      rules = [];
    },
  };
}
