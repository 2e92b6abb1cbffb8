// @ts-check
/** What is booked with the call that is being taken. */

/** Nothing chosen; the minutes are what crews usually need. */
export function emptyBooking() {
  return {
    from: '',
    until: '',
    arriveBy: '',
    origin: '',
    destination: '',
    service: '',
    mobility: '',
    escort: 'NONE',
    /** @type {string[]} */
    equipment: [],
    pickUp: '20',
    atDestination: '15',
  };
}

/** @typedef {ReturnType<typeof emptyBooking>} BookingDraft */

const MINUTES_MAX = 240;

/** @param {string} words */
function minutesFit(words) {
  return /^\d{1,3}$/.test(words) && Number(words) >= 1 && Number(words) <= MINUTES_MAX;
}

/** What keeps it from being booked, the field first. @param {BookingDraft} booking @returns {{field: string, words: string}[]} */
export function listBookingFaults(booking) {
  const faults = [];
  const [from, until, arriveBy] = [booking.from, booking.until, booking.arriveBy].map(Date.parse);
  if (!from !== !until || (!from && !arriveBy)) {
    faults.push({ field: 'booking-from', words: 'Say from when until when the patient can be picked up, or the time of the appointment' });
  } else if (from && until <= from) {
    faults.push({ field: 'booking-until', words: 'The window ends after it begins' });
  }
  if (from && arriveBy && arriveBy <= from) {
    faults.push({ field: 'booking-arrive-by', words: 'The appointment is after the window begins' });
  }
  for (const [field, words] of [['origin', 'Choose what kind of place it is from'], ['destination', 'Choose what kind of place it is to'], ['mobility', 'Choose how the patient travels']]) {
    if (!(/** @type {any} */ (booking)[field])) {
      faults.push({ field: `booking-${field}`, words });
    }
  }
  if (!minutesFit(booking.pickUp) || !minutesFit(booking.atDestination)) {
    faults.push({ field: 'booking-pick-up', words: `The minutes at both ends are whole numbers, 1 to ${MINUTES_MAX}` });
  }
  return faults;
}

/** @param {string} local */
function instant(local) {
  return new Date(Date.parse(local)).toISOString();
}

/** The booking as the contract has it. @param {BookingDraft} booking */
export function bookingBody(booking) {
  return {
    window: {
      ...(booking.from && { from: instant(booking.from), until: instant(booking.until) }),
      ...(booking.arriveBy && { arriveBy: instant(booking.arriveBy) }),
    },
    journey: {
      origin: booking.origin,
      destination: booking.destination,
      ...(booking.service && { service: booking.service }),
    },
    needs: { mobility: booking.mobility, escort: booking.escort, equipment: booking.equipment },
    minutes: { pickUp: Number(booking.pickUp), destination: Number(booking.atDestination) },
  };
}
