import { SetMetadata } from '@nestjs/common';
import { ROLES, type Role } from '#kernel';

export const ALLOWED_ROLES = Symbol('allowed-roles');
export const IS_PUBLIC = Symbol('is-public');

/** Who may use this route at all. Which rows they then see is up to the database. A route without a mark refuses everyone. */
export const Allows = (...roles: Role[]): MethodDecorator & ClassDecorator => SetMetadata(ALLOWED_ROLES, roles);

/** Everyone who is signed in, whatever their role. */
export const AllowsEveryone = (): MethodDecorator & ClassDecorator => SetMetadata(ALLOWED_ROLES, [...ROLES]);

/** Also without signing in. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(IS_PUBLIC, true);
