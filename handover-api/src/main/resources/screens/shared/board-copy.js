// @ts-check
/**
 * A copy of the area's board: a snapshot, moved forward by deltas. The stream's owner and every
 * tab keep one each, and move them by the same rules.
 */

export class BoardCopy {
  constructor() {
    this.epoch = '';
    this.sequence = -1;
    /** @type {Map<number, any>} */
    this.incidents = new Map();
    /** @type {Map<string, any>} */
    this.units = new Map();
    /** Call sign to [call sign, latitude, longitude, age in seconds]. @type {Map<string, any[]>} */
    this.positions = new Map();
    /** What was last seen of the units as a whole. @type {{asking: boolean, review?: any}} */
    this.fleet = { asking: false };
  }

  /** @param {any} board */
  replace(board) {
    this.epoch = board.epoch;
    this.sequence = board.sequence;
    this.incidents = new Map(board.incidents.map((/** @type {any} */ it) => [it.incident, it]));
    this.units = new Map(board.units.map((/** @type {any} */ it) => [it.unit, it]));
    this.positions = new Map(board.positions.map((/** @type {any} */ it) => [it[0], it]));
    this.fleet = board.fleet ?? { asking: false };
  }

  /**
   * Moves the copy forward.
   * @param {any} delta
   * @returns {'moved' | 'known' | 'gap'} `gap` where a delta before this one is missing
   */
  move(delta) {
    if (delta.sequence <= this.sequence) {
      return 'known';
    }
    if (delta.prev !== this.sequence) {
      return 'gap';
    }
    this.sequence = delta.sequence;
    delta.incidents.forEach((/** @type {any} */ it) => this.incidents.set(it.incident, it));
    delta.closed.forEach((/** @type {number} */ it) => this.incidents.delete(it));
    delta.units.forEach((/** @type {any} */ it) => this.units.set(it.unit, it));
    delta.gone.forEach((/** @type {string} */ it) => {
      this.units.delete(it);
      this.positions.delete(it);
    });
    // Only where it has changed.
    this.fleet = delta.fleet ?? this.fleet;
    return 'moved';
  }

  /** @param {any[][]} positions */
  place(positions) {
    positions.forEach((it) => this.positions.set(it[0], it));
  }

  /** The copy as the contract's Board. @param {string} now @param {string} at */
  board(now, at) {
    return {
      epoch: this.epoch,
      sequence: this.sequence,
      at,
      now,
      incidents: [...this.incidents.values()],
      units: [...this.units.values()],
      positions: [...this.positions.values()],
      fleet: this.fleet,
    };
  }
}
