import type { ProposalRefusal } from '../../kernel/proposal';

/** Why a step of a proposed definition set is refused, and what to do. */
export const PROPOSAL_REFUSALS: Readonly<Record<ProposalRefusal, string>> = {
  'approved-already': 'This definition set is approved already; propose another version to change it.',
  'rejected-already': 'This definition set was rejected; propose it again under another version.',
  'not-tried': 'This definition set was not tried yet; try it first, so that the difference is seen and kept.',
  'same-person': 'A definition set is approved by another person than the one who proposed it.',
};
