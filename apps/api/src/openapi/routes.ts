import { type INestApplicationContext, RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { Role } from '#kernel';
import { ALLOWED_ROLES, IS_PUBLIC } from '../http/allows.js';

/** A handler and who may call it, as the guard reads it. */
export interface Route {
  readonly controller: string;
  readonly method: string;
  /** `GET`, `POST`, … */
  readonly verb: string;
  /** With `:id` where an id goes. */
  readonly path: string;
  readonly isPublic: boolean;
  /** Nothing: the route carries no mark and refuses everyone. */
  readonly roles: readonly Role[] | undefined;
}

/** Every route of the running (or previewed) application. */
export function listRoutes(app: INestApplicationContext): Route[] {
  const modules = [...app.get(ModulesContainer, { strict: false }).values()];
  const controllers = modules.flatMap((module) => [...module.controllers.values()].map(({ metatype }) => metatype as Type));
  return [...new Set(controllers)].flatMap(routesOf);
}

function routesOf(controller: Type): Route[] {
  const prototype = controller.prototype as Record<string, object>;
  const handlers = new MetadataScanner().getAllMethodNames(prototype).map((method) => ({ method, handler: prototype[method] ?? {} }));
  return handlers.filter(({ handler }) => Reflect.hasMetadata(METHOD_METADATA, handler)).map(({ method, handler }) => ({
    controller: controller.name,
    method,
    verb: RequestMethod[read<number>(METHOD_METADATA, handler) ?? 0] ?? '',
    path: join(read<string>(PATH_METADATA, controller), read<string>(PATH_METADATA, handler)),
    isPublic: read<boolean>(IS_PUBLIC, handler) ?? read<boolean>(IS_PUBLIC, controller) ?? false,
    roles: read<Role[]>(ALLOWED_ROLES, handler) ?? read<Role[]>(ALLOWED_ROLES, controller),
  }));
}

const read = <T>(key: string | symbol, target: object): T | undefined => Reflect.getMetadata(key, target) as T | undefined;

const join = (...parts: (string | undefined)[]): string => `/${parts.flatMap((part) => part?.split('/') ?? []).filter(Boolean).join('/')}`;
