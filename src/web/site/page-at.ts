import { applyDecorators, Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController, ApiOperation } from '@nestjs/swagger';
import { AtTheRoot } from '../../platform/http/at-the-root';
import { SaysItself } from '../../platform/http/says-itself';

/**
 * A page is no operation of the API: it asks the API for what it shows, as whoever reads it, so that the table of access
 * stands before all of it. This name is the row of every page's own address.
 */
const operation = ApiOperation({ operationId: 'showPage' });

/** A controller of pages. */
export const Pages = (): ClassDecorator => applyDecorators(ApiExcludeController(), AtTheRoot(), Controller());

/** A page at an address. */
export const PageAt = (path: string): MethodDecorator => applyDecorators(Get(path), operation, SaysItself());

/** Where a page's form is posted to. */
export const FormAt = (path: string): MethodDecorator => applyDecorators(Post(path), operation, SaysItself());
