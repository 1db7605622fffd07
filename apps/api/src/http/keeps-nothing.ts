import { SetMetadata } from '@nestjs/common';

export const KEEPS_NOTHING = Symbol('keeps-nothing');

/** The answer of this route is kept nowhere, also not beside an `Idempotency-Key`: a repeated look is a new look. */
export const KeepsNothing = (): MethodDecorator => SetMetadata(KEEPS_NOTHING, true);
