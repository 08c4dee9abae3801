// Made by "npm run api:types" from the contract. A test sees to it that the two agree.

export interface paths {
    "/api/admin/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["ApiKey"][];
                            nextCursor: string | null;
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @enum {string} */
                        role: "owner" | "manager" | "support" | "viewer";
                    };
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewApiKey"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    action?: string;
                    actor?: string;
                    cursor?: string;
                    from?: string;
                    limit?: number;
                    subject?: string;
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["AuditEntry"][];
                            nextCursor: string | null;
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    action?: string;
                    actor?: string;
                    from?: string;
                    subject?: string;
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/audit/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuditFacets"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/book-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    kind?: "stock" | "money";
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["BookCheck"][];
                            nextCursor: string | null;
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @default stock
                         * @enum {string}
                         */
                        kind?: "stock" | "money";
                    };
                };
            };
            responses: {
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @example chk_019a5c3be0007000800000000000000a */
                            id: string;
                            /** @constant */
                            status: "asked";
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Collection"][];
                            nextCursor: string | null;
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        descriptionHtml?: string;
                        opensAt?: string | null;
                        /** @default 0 */
                        position?: number;
                        /** @default [] */
                        productIds?: string[];
                        /** @default true */
                        published?: boolean;
                        slug?: string;
                        /**
                         * @default newest
                         * @enum {string}
                         */
                        sort?: "newest" | "manual";
                        title: string;
                        /**
                         * @default {}
                         * @example {
                         *       "fr": {
                         *         "title": "Deux cloches"
                         *       }
                         *     }
                         */
                        translations?: {
                            [key: string]: {
                                /** @default  */
                                descriptionHtml?: string;
                                /** @default  */
                                title?: string;
                            };
                        };
                    };
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Collection"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/collections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Collection"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        addProductIds?: string[];
                        descriptionHtml?: string;
                        imageAlt?: string;
                        opensAt?: string | null;
                        position?: number;
                        published?: boolean;
                        removeProductIds?: string[];
                        slug?: string;
                        /** @enum {string} */
                        sort?: "newest" | "manual";
                        title?: string;
                        /**
                         * @example {
                         *       "fr": {
                         *         "title": "Deux cloches"
                         *       }
                         *     }
                         */
                        translations?: {
                            [key: string]: {
                                /** @default  */
                                descriptionHtml?: string;
                                /** @default  */
                                title?: string;
                            };
                        };
                    };
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Collection"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/admin/collections/{id}/image": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query: {
                    alt: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "image/avif": string;
                    "image/gif": string;
                    "image/jpeg": string;
                    "image/png": string;
                    "image/webp": string;
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/collections/{id}/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["CollectionProduct"][];
                            nextCursor: string | null;
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/collections/{id}/products/{productId}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    productId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @example prod_019a5c3be0007000800000000000000a */
                        after?: string;
                        /** @example prod_019a5c3be0007000800000000000000a */
                        before?: string;
                        /** @enum {string} */
                        to?: "first" | "up" | "down" | "last";
                    };
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ContentList"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/content/{language}/{page}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    language: "en" | "fr";
                    page: "home" | "about" | "shipping" | "contact" | "privacy" | "terms";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Content"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    language: "en" | "fr";
                    page: "home" | "about" | "shipping" | "contact" | "privacy" | "terms";
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        basedOn?: string | null;
                        body: string;
                        description: string;
                        title: string;
                    };
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Content"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    language: "en" | "fr";
                    page: "home" | "about" | "shipping" | "contact" | "privacy" | "terms";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Content"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    query?: string;
                    tag?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Customer"][];
                            nextCursor: string | null;
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CustomerWithOrders"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/customers/{id}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErasedCustomer"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/customers/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                    };
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @example note_019a5c3be0007000800000000000000a */
                            id: string;
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/customers/{id}/notes/{noteId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    noteId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/customers/{id}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        tags: string[];
                    };
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CustomerWithOrders"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/customers/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CustomerTags"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/discounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    query?: string;
                    state?: "active" | "scheduled" | "used-up" | "over" | "off";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Discount"][];
                            nextCursor: string | null;
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        amount?: components["schemas"]["Money"] | null;
                        code: string;
                        /** @default null */
                        collectionId?: string | null;
                        /** @default true */
                        enabled?: boolean;
                        endsAt?: string | null;
                        /** @enum {string} */
                        kind: "percentage" | "amount" | "free_shipping";
                        /** @default null */
                        minSubtotal?: components["schemas"]["Money"] | null;
                        /** @default null */
                        perCustomerLimit?: number | null;
                        /** @default null */
                        ratePpm?: number | null;
                        startsAt?: string | null;
                        /** @default null */
                        usageLimit?: number | null;
                    };
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Discount"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/discounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Discount"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        amount?: components["schemas"]["Money"] | null;
                        code?: string;
                        collectionId?: string | null;
                        enabled?: boolean;
                        endsAt?: string | null;
                        /** @enum {string} */
                        kind?: "percentage" | "amount" | "free_shipping";
                        minSubtotal?: components["schemas"]["Money"] | null;
                        perCustomerLimit?: number | null;
                        ratePpm?: number | null;
                        startsAt?: string | null;
                        usageLimit?: number | null;
                    };
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Discount"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/admin/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["ImportSummary"][];
                            nextCursor: string | null;
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Import"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/imports/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: {
                    name?: string;
                };
                header?: {
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "text/csv": string;
                };
            };
            responses: {
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @example imp_019a5c3be0007000800000000000000a */
                            id: string;
                            /** @constant */
                            status: "queued";
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Jobs"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/jobs/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    function?: string;
                    limit?: number;
                    status?: "queued" | "running" | "completed" | "failed" | "cancelled";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["JobRun"][];
                            nextCursor: string | null;
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/jobs/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["JobRunDetail"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/jobs/runs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @example 01JD0QZ5W8P9T2C4V6X8Y0A1B3 */
                            id: string;
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/jobs/runs/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @example 01JD0QZ5W8P9T2C4V6X8Y0A1B3 */
                            id: string;
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    kind?: "order-confirmation" | "order-shipped" | "order-part-shipped" | "order-cancelled" | "order-refunded" | "late-payment-refunded";
                    limit?: number;
                    orderId?: string;
                    recipient?: string;
                    status?: "queued" | "sent" | "failed";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Mail"][];
                            nextCursor: string | null;
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @enum {string} */
                                kind: "job-failed" | "low-stock" | "books-broken" | "webhook-disabled";
                                wanted: boolean;
                            }[];
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "job-failed" | "low-stock" | "books-broken" | "webhook-disabled";
                        wanted: boolean;
                    };
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @enum {string} */
                                kind: "job-failed" | "low-stock" | "books-broken" | "webhook-disabled";
                                wanted: boolean;
                            }[];
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    country?: string;
                    currency?: string;
                    cursor?: string;
                    from?: string;
                    fulfilment?: "unsent" | "partly-sent" | "sent";
                    limit?: number;
                    maxTotal?: number;
                    minTotal?: number;
                    query?: string;
                    status?: "pending" | "paid" | "fulfilled" | "partially_refunded" | "refunded" | "cancelled" | "expired";
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["MerchantOrder"][];
                            nextCursor: string | null;
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MerchantOrderWithTimeline"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: email
                         * @example ada@example.com
                         */
                        email?: string;
                        shippingAddress?: {
                            city: string;
                            /** @example US */
                            country: string;
                            line1: string;
                            line2?: string | null;
                            name: string;
                            postalCode: string;
                            region?: string | null;
                        };
                    };
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MerchantOrderWithTimeline"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/admin/orders/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": {
                        reason?: string | null;
                    };
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MerchantOrderWithTimeline"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders/{id}/fulfil": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": {
                        carrier?: string | null;
                        lines?: {
                            quantity: number;
                            /** @example var_019a5c3be0007000800000000000000a */
                            variantId: string;
                        }[] | null;
                        trackingNumber?: string | null;
                        trackingUrl?: string | null;
                    };
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MerchantOrderWithTimeline"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders/{id}/invoice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders/{id}/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @example mail_019a5c3be0007000800000000000000a */
                        mailId: string;
                    };
                };
            };
            responses: {
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @constant */
                            status: "queued";
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                    };
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MerchantOrderWithTimeline"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders/{id}/packing-slip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders/{id}/parcels/{parcelId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    parcelId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        carrier?: string | null;
                        /** @default false */
                        tellBuyer?: boolean;
                        trackingNumber?: string | null;
                        trackingUrl?: string | null;
                    };
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MerchantOrderWithTimeline"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/admin/orders/{id}/parcels/{parcelId}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                    parcelId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MerchantOrderWithTimeline"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders/{id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        amount?: ({
                            amount: number;
                            /** @example USD */
                            currency: string;
                        } | number) | null;
                        lines?: {
                            quantity: number;
                            /** @example var_019a5c3be0007000800000000000000a */
                            variantId: string;
                        }[] | null;
                        reason: string;
                        /** @default false */
                        restock?: boolean;
                        returnId?: string | null;
                    };
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MerchantOrderWithTimeline"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders/{id}/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        lines: {
                            quantity: number;
                            /** @example var_019a5c3be0007000800000000000000a */
                            variantId: string;
                        }[];
                        reason: string;
                    };
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MerchantOrderWithTimeline"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders/{id}/returns/{returnId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                    returnId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MerchantOrderWithTimeline"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders/{id}/returns/{returnId}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                    returnId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MerchantOrderWithTimeline"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    country?: string;
                    currency?: string;
                    from?: string;
                    fulfilment?: "unsent" | "partly-sent" | "sent";
                    maxTotal?: number;
                    minTotal?: number;
                    query?: string;
                    status?: "pending" | "paid" | "fulfilled" | "partially_refunded" | "refunded" | "cancelled" | "expired";
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders/fulfil": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ids: string[];
                    };
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FulfilledOrders"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["OrderView"][];
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @example status=paid&country=FR */
                        query: string;
                    };
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrderView"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    from?: string;
                    span?: "today" | "7d" | "30d" | "90d";
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Overview"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    collectionId?: string;
                    cursor?: string;
                    limit?: number;
                    query?: string;
                    status?: "draft" | "active" | "archived";
                    stock?: "out" | "low" | "not-counted";
                    vendor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["MerchantProduct"][];
                            nextCursor: string | null;
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @default []
                         * @example []
                         */
                        collectionIds?: string[];
                        /** @default  */
                        descriptionHtml?: string;
                        /** @default [] */
                        options?: {
                            name: string;
                            values: string[];
                        }[];
                        /** @default  */
                        productType?: string;
                        publishAt?: string | null;
                        slug?: string;
                        /** @enum {string} */
                        status: "draft" | "active" | "archived";
                        /** @default [] */
                        tags?: string[];
                        title: string;
                        /**
                         * @default {}
                         * @example {
                         *       "fr": {
                         *         "title": "Deux cloches",
                         *         "words": {
                         *           "Size": "Format"
                         *         }
                         *       }
                         *     }
                         */
                        translations?: {
                            [key: string]: {
                                /** @default  */
                                descriptionHtml?: string;
                                /** @default  */
                                title?: string;
                                words?: {
                                    [key: string]: string;
                                };
                            };
                        };
                        variants: {
                            barcode?: string | null;
                            compareAtPrice?: {
                                amount: number;
                                /** @example USD */
                                currency?: string;
                            } | null;
                            optionValues?: string[] | {
                                [key: string]: string;
                            };
                            price: {
                                amount: number;
                                /** @example USD */
                                currency?: string;
                            };
                            /** @example [] */
                            prices?: {
                                amount: number;
                                compareAtAmount?: number | null;
                                /** @example USD */
                                currency: string;
                            }[];
                            requiresShipping?: boolean;
                            sku: string;
                            stock?: number | null;
                            title?: string | null;
                            weightGrams?: number;
                        }[];
                        /** @default  */
                        vendor?: string;
                    };
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MerchantProduct"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MerchantProduct"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @example [] */
                        collectionIds?: string[];
                        descriptionHtml?: string;
                        /** @example [] */
                        images?: {
                            alt?: string;
                            /** @example img_019a5c3be0007000800000000000000a */
                            id: string;
                        }[];
                        options?: {
                            name: string;
                            values: string[];
                        }[];
                        productType?: string;
                        publishAt?: string | null;
                        slug?: string;
                        /** @enum {string} */
                        status?: "draft" | "active" | "archived";
                        tags?: string[];
                        title?: string;
                        /**
                         * @example {
                         *       "fr": {
                         *         "title": "Deux cloches",
                         *         "words": {
                         *           "Size": "Format"
                         *         }
                         *       }
                         *     }
                         */
                        translations?: {
                            [key: string]: {
                                /** @default  */
                                descriptionHtml?: string;
                                /** @default  */
                                title?: string;
                                words?: {
                                    [key: string]: string;
                                };
                            };
                        };
                        variants?: {
                            barcode?: string | null;
                            compareAtPrice?: {
                                amount: number;
                                /** @example USD */
                                currency?: string;
                            } | null;
                            id?: string;
                            optionValues?: string[] | {
                                [key: string]: string;
                            };
                            price?: {
                                amount: number;
                                /** @example USD */
                                currency?: string;
                            };
                            /** @example [] */
                            prices?: {
                                amount: number;
                                compareAtAmount?: number | null;
                                /** @example USD */
                                currency: string;
                            }[];
                            requiresShipping?: boolean;
                            sku?: string;
                            stock?: number | null;
                            title?: string | null;
                            weightGrams?: number;
                        }[];
                        vendor?: string;
                    };
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MerchantProduct"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/admin/products/{id}/images": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: {
                    alt?: string;
                };
                header?: {
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "image/avif": string;
                    "image/gif": string;
                    "image/jpeg": string;
                    "image/png": string;
                    "image/webp": string;
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @example img_019a5c3be0007000800000000000000a */
                            id: string;
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/pulse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            topics: {
                                [key: string]: string;
                            };
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/report-schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["ReportSchedule"][];
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        every: "week" | "month";
                        /** @enum {string} */
                        format: "csv" | "xlsx" | "pdf";
                        /** @enum {string} */
                        kind: "sales" | "orders" | "inventory" | "customers";
                        recipients: string[];
                    };
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @example sched_019a5c3be0007000800000000000000a */
                            id: string;
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/report-schedules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        enabled?: boolean;
                        recipients?: string[];
                    };
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReportSchedule"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/admin/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Report"][];
                            nextCursor: string | null;
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        format: "csv" | "xlsx" | "pdf";
                        /**
                         * Format: date
                         * @example 2026-11-01
                         */
                        from: string;
                        /** @enum {string} */
                        kind: "sales" | "orders" | "inventory" | "customers";
                        /**
                         * Format: date
                         * @example 2026-11-30
                         */
                        to: string;
                    };
                };
            };
            responses: {
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @example rep_019a5c3be0007000800000000000000a */
                            id: string;
                            /** @constant */
                            status: "queued";
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Report"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/reports/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                        "text/csv": string;
                    };
                };
                206: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                        "text/csv": string;
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Settings"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        accent?: {
                            /** @example #9db1ff */
                            dark: string;
                            /** @example #0b33b8 */
                            light: string;
                        } | null;
                        address?: string;
                        /** @example US */
                        country?: string;
                        currencies?: string[];
                        /** @example USD */
                        currency?: string;
                        lowStockThreshold?: number;
                        /** @example Harbour Press <hello@example.com> */
                        mailSender?: string;
                        name?: string;
                        /** @enum {string} */
                        taxDisplay?: "included" | "excluded";
                        /**
                         * @example UTC
                         * @example Europe/Paris
                         */
                        timeZone?: string;
                    };
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Settings"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/admin/settings/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "image/png": string;
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Settings"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Settings"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/shipping-zones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["ShippingZone"][];
                            nextCursor: string | null;
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        countries?: {
                            /**
                             * @example NZ
                             * @example AU
                             * @example JP
                             * @example KE
                             * @example BR
                             */
                            country: string;
                            region?: string | null;
                        }[];
                        name: string;
                        rates?: {
                            code: string;
                            maxWeightGrams?: number | null;
                            minSubtotal?: components["schemas"]["Money"] | null;
                            price: components["schemas"]["Money"];
                            title: string;
                            /**
                             * @example {
                             *       "fr": {
                             *         "title": "Standard"
                             *       }
                             *     }
                             */
                            translations?: {
                                [key: string]: {
                                    title: string;
                                };
                            };
                        }[];
                    };
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ShippingZone"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/shipping-zones/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ShippingZone"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        countries?: {
                            /**
                             * @example NZ
                             * @example AU
                             * @example JP
                             * @example KE
                             * @example BR
                             */
                            country: string;
                            region?: string | null;
                        }[];
                        name?: string;
                        rates?: {
                            code: string;
                            maxWeightGrams?: number | null;
                            minSubtotal?: components["schemas"]["Money"] | null;
                            price: components["schemas"]["Money"];
                            title: string;
                            /**
                             * @example {
                             *       "fr": {
                             *         "title": "Standard"
                             *       }
                             *     }
                             */
                            translations?: {
                                [key: string]: {
                                    title: string;
                                };
                            };
                        }[];
                    };
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ShippingZone"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/admin/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["StaffMember"][];
                            nextCursor: string | null;
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: email
                         * @example ada@example.com
                         */
                        email: string;
                        name: string;
                        /**
                         * Format: password
                         * @example correct horse battery staple
                         */
                        password?: string;
                        /** @enum {string} */
                        role: "owner" | "manager" | "support" | "viewer";
                    };
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewStaffMember"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/staff/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffMember"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        disabled?: boolean;
                        name?: string;
                        /** @enum {string} */
                        role?: "owner" | "manager" | "support" | "viewer";
                    };
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffMember"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/admin/staff/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewStaffMember"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/staff/{id}/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    query?: string;
                    state?: "out" | "low" | "not-counted";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["StockLine"][];
                            nextCursor: string | null;
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/stock-takes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["StockTake"][];
                            nextCursor: string | null;
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: {
                    name?: string;
                };
                header?: {
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "text/csv": string;
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @example take_019a5c3be0007000800000000000000a */
                            id: string;
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/stock-takes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StockTake"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/stock-takes/{id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StockTake"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/stock-takes/{id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    outcome?: "differs" | "problem" | "same";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["StockTakeLine"][];
                            nextCursor: string | null;
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Task"][];
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/tax-rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    country?: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["TaxRate"][];
                            nextCursor: string | null;
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default false */
                        appliesToShipping?: boolean;
                        /**
                         * @example NZ
                         * @example AU
                         * @example JP
                         * @example KE
                         * @example BR
                         */
                        country: string;
                        included: boolean;
                        name: string;
                        ratePpm: number;
                        region?: string | null;
                        /**
                         * @default standard
                         * @enum {string}
                         */
                        taxClass?: "standard" | "exempt";
                    };
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TaxRate"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/tax-rates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TaxRate"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        appliesToShipping?: boolean;
                        /**
                         * @example NZ
                         * @example AU
                         * @example JP
                         * @example KE
                         * @example BR
                         */
                        country?: string;
                        included?: boolean;
                        name?: string;
                        ratePpm?: number;
                        region?: string | null;
                        /** @enum {string} */
                        taxClass?: "standard" | "exempt";
                    };
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TaxRate"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/admin/variants/{id}/low-stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        level: number | null;
                    };
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/variants/{id}/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StockLine"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        delta?: number;
                        reason: string;
                        set?: number | null;
                    };
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Stock"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/variants/{id}/stock/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    days?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            days: {
                                adjusted: number;
                                day: string;
                                level: number;
                                sold: number;
                            }[];
                            isComplete: boolean;
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/variants/{id}/stock/movements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["StockMovement"][];
                            nextCursor: string | null;
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/vendors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: string[];
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Webhook"][];
                            nextCursor: string | null;
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default true */
                        enabled?: boolean;
                        events: ("orders/order.placed" | "orders/order.paid" | "orders/order.fulfilled" | "orders/parcel.sent" | "orders/parcel.changed" | "orders/parcel.taken-back" | "orders/order.cancelled" | "orders/order.expired" | "orders/refund.succeeded" | "payments/payment.refused" | "payments/payment.refunded" | "catalog/product.created" | "catalog/product.updated" | "catalog/product.deleted" | "inventory/stock.low" | "customers/customer.erased")[];
                        /**
                         * Format: uri
                         * @example https://shop-tools.example/doorbuster
                         */
                        url: string;
                    };
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewWebhook"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Webhook"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        enabled?: boolean;
                        events?: ("orders/order.placed" | "orders/order.paid" | "orders/order.fulfilled" | "orders/parcel.sent" | "orders/parcel.changed" | "orders/parcel.taken-back" | "orders/order.cancelled" | "orders/order.expired" | "orders/refund.succeeded" | "payments/payment.refused" | "payments/payment.refunded" | "catalog/product.created" | "catalog/product.updated" | "catalog/product.deleted" | "inventory/stock.low" | "customers/customer.erased")[];
                        /**
                         * Format: uri
                         * @example https://shop-tools.example/doorbuster
                         */
                        url?: string;
                    };
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Webhook"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/admin/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["WebhookDelivery"][];
                            nextCursor: string | null;
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/webhooks/{id}/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookDelivery"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/webhooks/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookSecret"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/webhooks/deliveries/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookDelivery"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/staff/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: password */
                        currentPassword: string;
                        /**
                         * Format: password
                         * @example correct horse battery staple
                         */
                        newPassword: string;
                    };
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffSession"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/staff/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: email */
                        email: string;
                    };
                };
            };
            responses: {
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/staff/password-reset/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: password
                         * @example correct horse battery staple
                         */
                        newPassword: string;
                        token: string;
                    };
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/staff/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                    };
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffProfile"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/auth/staff/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SecondFactor"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: password */
                        password: string;
                    };
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SecondFactorOffer"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/staff/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @example 123456 */
                        code: string;
                    };
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecoveryCodes"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/staff/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @example 123456 */
                        code: string;
                    };
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecoveryCodes"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/staff/second-factor/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @example 123456 */
                        code: string;
                    };
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/staff/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffSession"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/staff/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnSessions"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EndedSessions"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/staff/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/staff/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: email */
                        email: string;
                        /** Format: password */
                        password: string;
                    };
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffSession"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/staff/sign-in/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @example 123456 */
                        code: string;
                        ticket: string;
                    };
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffSession"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/staff/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Health"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    available?: "true" | "false";
                    collection?: string;
                    currency?: string;
                    cursor?: string;
                    language?: string;
                    limit?: number;
                    maxPrice?: number;
                    minPrice?: number;
                    options?: string[];
                    query?: string;
                    sort?: "newest" | "price-asc" | "price-desc" | "relevance";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            correctedQuery?: string;
                            items: components["schemas"]["ProductCard"][];
                            nextCursor: string | null;
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    currency?: string;
                    language?: string;
                };
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Product"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Address: {
            city: string;
            country: string;
            /** @example addr_019a5c3be0007000800000000000000a */
            id: string;
            isDefault: boolean;
            line1: string;
            line2?: string;
            name: string;
            postalCode: string;
            region?: string;
        };
        ApiKey: {
            /**
             * Format: date-time
             * @example 2026-11-27T09:00:00.000Z
             */
            createdAt: string;
            /** @example key_019a5c3be0007000800000000000000a */
            id: string;
            lastUsedAt: string | null;
            name: string;
            preview: string;
            /** @enum {string} */
            role: "owner" | "manager" | "support" | "viewer";
        };
        AuditEntry: {
            action: string;
            actor: string;
            actorName: string | null;
            after: unknown;
            /**
             * Format: date-time
             * @example 2026-11-27T09:00:00.000Z
             */
            at: string;
            before: unknown;
            /** @example aud_019a5c3be0007000800000000000000a */
            id: string;
            requestId: string | null;
            subject: string;
        };
        AuditFacets: {
            actions: string[];
            people: {
                id: string;
                name: string;
            }[];
        };
        BookCheck: {
            actor: string;
            /**
             * Format: date-time
             * @example 2026-11-27T09:00:00.000Z
             */
            createdAt: string;
            faults: {
                expected: string;
                found: string;
                subject: string;
                what: string;
            }[];
            finishedAt: string | null;
            /** @example chk_019a5c3be0007000800000000000000a */
            id: string;
            /** @enum {string} */
            kind: "stock" | "money";
            /** @enum {string} */
            status: "asked" | "done" | "failed";
            tookMs: number | null;
        };
        Cart: {
            /** @example cart_019a5c3be0007000800000000000000a */
            id: string;
            lines: {
                available: boolean;
                availableQuantity: number | null;
                lineTotal: components["schemas"]["Money"];
                options: {
                    name: string;
                    value: string;
                }[];
                priced: boolean;
                quantity: number;
                sku: string;
                title: string;
                unitPrice: components["schemas"]["Money"];
                /** @example var_019a5c3be0007000800000000000000a */
                variantId: string;
            }[];
            subtotal: components["schemas"]["Money"];
        };
        Collection: {
            descriptionHtml: string;
            /** @example col_019a5c3be0007000800000000000000a */
            id: string;
            image: {
                alt: string;
                problem: string | null;
                /** @enum {string} */
                state: "waiting" | "ready" | "failed";
                url: string;
            } | null;
            opensAt: string | null;
            position: number;
            productCount: number;
            published: boolean;
            slug: string;
            /** @enum {string} */
            sort: "newest" | "manual";
            title: string;
            translations: {
                [key: string]: {
                    descriptionHtml: string;
                    title: string;
                };
            };
        };
        CollectionProduct: {
            /** @example prod_019a5c3be0007000800000000000000a */
            id: string;
            imageUrl: string | null;
            publishAt: string | null;
            slug: string;
            /** @enum {string} */
            status: "draft" | "active" | "archived";
            title: string;
        };
        Content: {
            default: {
                body: string;
                description: string;
                title: string;
            };
            /** @enum {string} */
            language: "en" | "fr";
            /** @enum {string} */
            page: "home" | "about" | "shipping" | "contact" | "privacy" | "terms";
            versions: {
                /**
                 * Format: date-time
                 * @example 2026-11-27T09:00:00.000Z
                 */
                at: string;
                by: string;
                byName: string | null;
                /** @example text_019a5c3be0007000800000000000000a */
                id: string;
                words: {
                    body: string;
                    description: string;
                    title: string;
                } | null;
            }[];
            words: {
                body: string;
                description: string;
                title: string;
            };
        };
        ContentList: {
            items: {
                isDefault: boolean;
                /** @enum {string} */
                language: "en" | "fr";
                /** @enum {string} */
                page: "home" | "about" | "shipping" | "contact" | "privacy" | "terms";
                title: string;
                updatedAt: string | null;
            }[];
        };
        Customer: {
            email: string;
            firstOrderAt: string | null;
            /** @example cust_019a5c3be0007000800000000000000a */
            id: string;
            lastOrderAt: string | null;
            name: string | null;
            orderCount: number;
            registered: boolean;
            spent: components["schemas"]["Money"][];
            tags: string[];
        };
        CustomerSession: {
            customer: {
                email: string;
                /** @example cust_019a5c3be0007000800000000000000a */
                id: string;
                name: string | null;
            };
            /**
             * Format: date-time
             * @example 2026-11-27T09:00:00.000Z
             */
            endsAt: string;
        };
        CustomerTags: {
            items: {
                count: number;
                tag: string;
            }[];
        };
        CustomerWithOrders: {
            addresses: {
                city: string;
                country: string;
                line1: string;
                line2?: string;
                name: string;
                postalCode: string;
                region?: string;
            }[];
            email: string;
            firstOrderAt: string | null;
            /** @example cust_019a5c3be0007000800000000000000a */
            id: string;
            lastOrderAt: string | null;
            name: string | null;
            notes: {
                actor: string;
                actorName: string | null;
                /**
                 * Format: date-time
                 * @example 2026-11-27T09:00:00.000Z
                 */
                at: string;
                /** @example note_019a5c3be0007000800000000000000a */
                id: string;
                text: string;
            }[];
            orderCount: number;
            orders: components["schemas"]["MerchantOrder"][];
            registered: boolean;
            spent: components["schemas"]["Money"][];
            tags: string[];
        };
        Discount: {
            amount: components["schemas"]["Money"] | null;
            code: string;
            collectionId: string | null;
            enabled: boolean;
            endsAt: string | null;
            /** @example disc_019a5c3be0007000800000000000000a */
            id: string;
            /** @enum {string} */
            kind: "percentage" | "amount" | "free_shipping";
            minSubtotal: components["schemas"]["Money"] | null;
            perCustomerLimit: number | null;
            ratePpm: number | null;
            startsAt: string | null;
            usageLimit: number | null;
            used: number;
        };
        EndedSessions: {
            ended: number;
        };
        ErasedCustomer: {
            /** @example cust_019a5c3be0007000800000000000000a */
            id: string;
            orderCount: number;
        };
        FulfilledOrders: {
            results: {
                /** @example ord_019a5c3be0007000800000000000000a */
                id: string;
                /** @enum {string} */
                outcome: "fulfilled" | "order-not-found" | "invalid-transition" | "refund-in-progress";
            }[];
        };
        Health: {
            checks: {
                /** @enum {string} */
                jobs: "up" | "late" | "down";
                /** @enum {string} */
                postgres: "up" | "down";
                /** @enum {string} */
                redis: "up" | "down";
            };
            release: string;
            /** @enum {string} */
            status: "ok" | "degraded";
            version: string;
        };
        Import: {
            created: number;
            /**
             * Format: date-time
             * @example 2026-11-27T09:00:00.000Z
             */
            createdAt: string;
            errorCount: number;
            errors: {
                line: number;
                message: string;
            }[];
            fileName: string;
            finishedAt: string | null;
            /** @example imp_019a5c3be0007000800000000000000a */
            id: string;
            noteCount: number;
            notes: {
                line: number;
                message: string;
            }[];
            progress: {
                done: number;
                total: number;
            };
            skipped: number;
            /** @enum {string} */
            status: "queued" | "running" | "done" | "failed";
            updated: number;
        };
        ImportSummary: {
            created: number;
            /**
             * Format: date-time
             * @example 2026-11-27T09:00:00.000Z
             */
            createdAt: string;
            errorCount: number;
            fileName: string;
            finishedAt: string | null;
            /** @example imp_019a5c3be0007000800000000000000a */
            id: string;
            noteCount: number;
            progress: {
                done: number;
                total: number;
            };
            skipped: number;
            /** @enum {string} */
            status: "queued" | "running" | "done" | "failed";
            updated: number;
        };
        JobRun: {
            /**
             * Format: date-time
             * @example 2026-11-27T09:00:00.000Z
             */
            createdAt: string;
            endedAt: string | null;
            error: string | null;
            function: string;
            goesOnAt: string | null;
            /** @example 01JD0QZ5W8P9T2C4V6X8Y0A1B3 */
            id: string;
            startedAt: string | null;
            /** @enum {string} */
            status: "queued" | "running" | "completed" | "failed" | "cancelled";
        };
        JobRunDetail: {
            attempts: {
                /**
                 * Format: date-time
                 * @example 2026-11-27T09:00:00.000Z
                 */
                at: string;
                error: string | null;
                isOk: boolean;
                ms: number;
                number: number;
                step: string | null;
            }[];
            /**
             * Format: date-time
             * @example 2026-11-27T09:00:00.000Z
             */
            createdAt: string;
            endedAt: string | null;
            error: string | null;
            events: {
                at: string | null;
                data: unknown;
                name: string;
            }[];
            function: string;
            goesOnAt: string | null;
            /** @example 01JD0QZ5W8P9T2C4V6X8Y0A1B3 */
            id: string;
            next: {
                /**
                 * Format: date-time
                 * @example 2026-11-27T09:00:00.000Z
                 */
                at: string;
                attempt: number;
                isCalled: boolean;
                kind: string;
                step: string | null;
            }[];
            startedAt: string | null;
            /** @enum {string} */
            status: "queued" | "running" | "completed" | "failed" | "cancelled";
            steps: {
                /**
                 * Format: date-time
                 * @example 2026-11-27T09:00:00.000Z
                 */
                at: string;
                kind: string;
                name: string;
            }[];
            waits: {
                for: string | null;
                kind: string;
                /**
                 * Format: date-time
                 * @example 2026-11-27T09:00:00.000Z
                 */
                since: string;
                step: string;
            }[];
        };
        Jobs: {
            dashboardUrl: string | null;
            /** @enum {string} */
            engine: "embedded" | "elsewhere" | "unreachable" | "none";
            functions: {
                active: number;
                failedLastDay: number;
                id: string;
                name: string;
                triggers: string[];
            }[];
        };
        Mail: {
            /**
             * Format: date-time
             * @example 2026-11-27T09:00:00.000Z
             */
            createdAt: string;
            error: string | null;
            html: string | null;
            /** @example mail_019a5c3be0007000800000000000000a */
            id: string;
            kind: string;
            messageId: string;
            orderId: string | null;
            sentAt: string | null;
            /** @enum {string} */
            status: "queued" | "sent" | "failed";
            subject: string | null;
            text: string | null;
            to: string | null;
        };
        MerchantOrder: {
            /**
             * Format: date-time
             * @example 2026-11-27T09:00:00.000Z
             */
            createdAt: string;
            discount: components["schemas"]["Money"];
            email: string;
            /**
             * Format: date-time
             * @example 2026-11-27T09:00:00.000Z
             */
            expiresAt: string;
            fulfilment: ("unsent" | "partly-sent" | "sent") | null;
            /** @example ord_019a5c3be0007000800000000000000a */
            id: string;
            lines: {
                lineTotal: components["schemas"]["Money"];
                options: {
                    name: string;
                    value: string;
                }[];
                quantity: number;
                sku: string;
                title: string;
                unitPrice: components["schemas"]["Money"];
                /** @example var_019a5c3be0007000800000000000000a */
                variantId: string;
            }[];
            number: number;
            payment: {
                clientSecret?: string;
                provider: string;
                /** @enum {string} */
                status: "none" | "processing" | "in-doubt" | "declined" | "succeeded" | "refunded";
            };
            shipping: components["schemas"]["Money"];
            shippingAddress: {
                city: string;
                country: string;
                line1: string;
                line2?: string;
                name: string;
                postalCode: string;
                region?: string;
            };
            shippingMethod: string | null;
            /** @enum {string} */
            status: "pending" | "paid" | "fulfilled" | "partially_refunded" | "refunded" | "cancelled" | "expired";
            subtotal: components["schemas"]["Money"];
            tax: components["schemas"]["Money"];
            taxIncluded: components["schemas"]["Money"];
            total: components["schemas"]["Money"];
        };
        MerchantOrderWithTimeline: {
            /**
             * Format: date-time
             * @example 2026-11-27T09:00:00.000Z
             */
            createdAt: string;
            customerId: string | null;
            discount: components["schemas"]["Money"];
            discountCode: string | null;
            email: string;
            /**
             * Format: date-time
             * @example 2026-11-27T09:00:00.000Z
             */
            expiresAt: string;
            fulfilment: ("unsent" | "partly-sent" | "sent") | null;
            /** @example ord_019a5c3be0007000800000000000000a */
            id: string;
            lines: {
                lineTotal: components["schemas"]["Money"];
                options: {
                    name: string;
                    value: string;
                }[];
                quantity: number;
                sku: string;
                title: string;
                unitPrice: components["schemas"]["Money"];
                /** @example var_019a5c3be0007000800000000000000a */
                variantId: string;
            }[];
            market: string | null;
            number: number;
            paid: components["schemas"]["Money"];
            paidAt: string | null;
            parcels: {
                actor: string;
                /**
                 * Format: date-time
                 * @example 2026-11-27T09:00:00.000Z
                 */
                at: string;
                carrier: string | null;
                /** @example ful_019a5c3be0007000800000000000000a */
                id: string;
                lines: {
                    quantity: number;
                    /** @example var_019a5c3be0007000800000000000000a */
                    variantId: string;
                }[];
                trackingNumber: string | null;
                trackingUrl: string | null;
            }[];
            payment: {
                clientSecret?: string;
                provider: string;
                /** @enum {string} */
                status: "none" | "processing" | "in-doubt" | "declined" | "succeeded" | "refunded";
            };
            refundable: components["schemas"]["Money"];
            refunded: components["schemas"]["Money"];
            refunds: {
                actor: string;
                amount: components["schemas"]["Money"];
                /**
                 * Format: date-time
                 * @example 2026-11-27T09:00:00.000Z
                 */
                at: string;
                /** @example ref_019a5c3be0007000800000000000000a */
                id: string;
                lines: {
                    amount: components["schemas"]["Money"];
                    quantity: number;
                    restocked: number;
                    /** @example var_019a5c3be0007000800000000000000a */
                    variantId: string;
                }[];
                reason: string;
                /** @enum {string} */
                status: "processing" | "in-doubt" | "succeeded" | "failed";
            }[];
            returns: {
                actor: string;
                /**
                 * Format: date-time
                 * @example 2026-11-27T09:00:00.000Z
                 */
                at: string;
                closedAt: string | null;
                /** @example ret_019a5c3be0007000800000000000000a */
                id: string;
                lines: {
                    quantity: number;
                    /** @example var_019a5c3be0007000800000000000000a */
                    variantId: string;
                }[];
                reason: string;
                refundId: string | null;
                /** @enum {string} */
                status: "requested" | "received" | "cancelled";
            }[];
            shipping: components["schemas"]["Money"];
            shippingAddress: {
                city: string;
                country: string;
                line1: string;
                line2?: string;
                name: string;
                postalCode: string;
                region?: string;
            };
            shippingMethod: string | null;
            /** @enum {string} */
            status: "pending" | "paid" | "fulfilled" | "partially_refunded" | "refunded" | "cancelled" | "expired";
            subtotal: components["schemas"]["Money"];
            tax: components["schemas"]["Money"];
            taxes: {
                net: components["schemas"]["Money"];
                ratePpm: number | null;
                tax: components["schemas"]["Money"];
                taxIncluded: components["schemas"]["Money"];
            }[];
            taxIncluded: components["schemas"]["Money"];
            timeline: {
                actor: string;
                actorName: string | null;
                /**
                 * Format: date-time
                 * @example 2026-11-27T09:00:00.000Z
                 */
                at: string;
                data: {
                    [key: string]: unknown;
                };
                kind: string;
            }[];
            total: components["schemas"]["Money"];
            units: {
                canRestock: boolean;
                paid: components["schemas"]["Money"];
                refunded: number;
                returned: number;
                returning: number;
                sent: number;
                taxRatePpm: number;
                toSend: number;
                /** @example var_019a5c3be0007000800000000000000a */
                variantId: string;
            }[];
        };
        MerchantProduct: {
            collectionIds: string[];
            descriptionHtml: string;
            /** @example prod_019a5c3be0007000800000000000000a */
            id: string;
            images: {
                alt: string;
                height: number | null;
                /** @example img_019a5c3be0007000800000000000000a */
                id: string;
                problem?: string;
                /** @enum {string} */
                state: "ready" | "waiting" | "failed";
                url: string;
                width: number | null;
            }[];
            options: {
                name: string;
                values: string[];
            }[];
            productType: string;
            publishAt: string | null;
            slug: string;
            /** @enum {string} */
            status: "draft" | "active" | "archived";
            tags: string[];
            title: string;
            translations: {
                [key: string]: {
                    descriptionHtml: string;
                    title: string;
                    words?: {
                        [key: string]: string;
                    };
                };
            };
            /**
             * Format: date-time
             * @example 2026-11-27T09:00:00.000Z
             */
            updatedAt: string;
            variants: {
                available: boolean;
                barcode: string | null;
                compareAtPrice?: components["schemas"]["Money"];
                /** @example var_019a5c3be0007000800000000000000a */
                id: string;
                optionValues: string[];
                price: components["schemas"]["Money"];
                prices: {
                    amount: number;
                    compareAtAmount?: number;
                    /** @example USD */
                    currency: string;
                }[];
                requiresShipping: boolean;
                sku: string;
                stock: number | null;
                title: string;
                weightGrams: number;
            }[];
            vendor: string;
        };
        Money: {
            amount: number;
            /** @example USD */
            currency: string;
        };
        NewApiKey: {
            /**
             * Format: date-time
             * @example 2026-11-27T09:00:00.000Z
             */
            createdAt: string;
            /** @example key_019a5c3be0007000800000000000000a */
            id: string;
            key: string;
            lastUsedAt: string | null;
            name: string;
            preview: string;
            /** @enum {string} */
            role: "owner" | "manager" | "support" | "viewer";
        };
        NewStaffMember: {
            /**
             * Format: date-time
             * @example 2026-11-27T09:00:00.000Z
             */
            createdAt: string;
            disabled: boolean;
            email: string;
            /** @example staff_019a5c3be0007000800000000000000a */
            id: string;
            invitation: {
                expiresAt: string | null;
            } | null;
            invitationUrl?: string;
            name: string;
            /** @enum {string} */
            role: "owner" | "manager" | "support" | "viewer";
            secondFactor: boolean;
        };
        NewWebhook: {
            /**
             * Format: date-time
             * @example 2026-11-27T09:00:00.000Z
             */
            createdAt: string;
            disabledAt: string | null;
            enabled: boolean;
            events: string[];
            failingSince: string | null;
            /** @example hook_019a5c3be0007000800000000000000a */
            id: string;
            secret: string;
            url: string;
        };
        Order: {
            /**
             * Format: date-time
             * @example 2026-11-27T09:00:00.000Z
             */
            createdAt: string;
            discount: components["schemas"]["Money"];
            email: string;
            /**
             * Format: date-time
             * @example 2026-11-27T09:00:00.000Z
             */
            expiresAt: string;
            /** @example ord_019a5c3be0007000800000000000000a */
            id: string;
            lines: {
                lineTotal: components["schemas"]["Money"];
                options: {
                    name: string;
                    value: string;
                }[];
                quantity: number;
                sku: string;
                title: string;
                unitPrice: components["schemas"]["Money"];
                /** @example var_019a5c3be0007000800000000000000a */
                variantId: string;
            }[];
            number: number;
            payment: {
                clientSecret?: string;
                provider: string;
                /** @enum {string} */
                status: "none" | "processing" | "in-doubt" | "declined" | "succeeded" | "refunded";
            };
            shipping: components["schemas"]["Money"];
            shippingAddress: {
                city: string;
                country: string;
                line1: string;
                line2?: string;
                name: string;
                postalCode: string;
                region?: string;
            };
            shippingMethod: string | null;
            /** @enum {string} */
            status: "pending" | "paid" | "fulfilled" | "partially_refunded" | "refunded" | "cancelled" | "expired";
            subtotal: components["schemas"]["Money"];
            tax: components["schemas"]["Money"];
            taxIncluded: components["schemas"]["Money"];
            token: string;
            total: components["schemas"]["Money"];
        };
        OrderView: {
            /** @example view_019a5c3be0007000800000000000000a */
            id: string;
            name: string;
            query: string;
        };
        Overview: {
            /**
             * Format: date-time
             * @example 2026-11-27T09:00:00.000Z
             */
            asOf: string;
            before: {
                /**
                 * Format: date
                 * @example 2026-11-01
                 */
                from: string;
                /**
                 * Format: date
                 * @example 2026-11-01
                 */
                to: string;
            };
            bestSellers: {
                /** @example prod_019a5c3be0007000800000000000000a */
                productId: string;
                sales: components["schemas"]["Money"][];
                title: string;
                units: number;
                unitsBefore: number;
            }[];
            conversion: {
                before: {
                    carts: number;
                    ordered: number;
                };
                now: {
                    carts: number;
                    ordered: number;
                };
            };
            currencies: {
                before: {
                    average: components["schemas"]["Money"] | null;
                    orders: number;
                    refunded: components["schemas"]["Money"];
                    sales: components["schemas"]["Money"];
                    units: number;
                };
                /** @example USD */
                currency: string;
                now: {
                    average: components["schemas"]["Money"] | null;
                    orders: number;
                    refunded: components["schemas"]["Money"];
                    sales: components["schemas"]["Money"];
                    units: number;
                };
                points: {
                    at: string;
                    before: {
                        at: string;
                        orders: number;
                        sales: components["schemas"]["Money"];
                    } | null;
                    now: {
                        orders: number;
                        sales: components["schemas"]["Money"];
                    } | null;
                }[];
            }[];
            isRunning: boolean;
            orders: {
                before: number;
                now: number;
            };
            period: {
                /**
                 * Format: date
                 * @example 2026-11-01
                 */
                from: string;
                /**
                 * Format: date
                 * @example 2026-11-01
                 */
                to: string;
            };
            runningOut: {
                count: number;
                items: {
                    available: number;
                    daysLeft: number | null;
                    options: string;
                    /** @example prod_019a5c3be0007000800000000000000a */
                    productId: string;
                    sku: string;
                    sold: number;
                    title: string;
                    /** @example var_019a5c3be0007000800000000000000a */
                    variantId: string;
                }[];
            };
            timeZone: string;
            /** @enum {string} */
            unit: "hour" | "day";
        };
        OwnSessions: {
            items: {
                /**
                 * Format: date-time
                 * @example 2026-11-27T09:00:00.000Z
                 */
                beganAt: string;
                device: string;
                /**
                 * Format: date-time
                 * @example 2026-11-27T09:00:00.000Z
                 */
                endsAt: string;
                /** @example sess_019a5c3be0007000800000000000000a */
                id: string;
                isCurrent: boolean;
                network: string;
                /**
                 * Format: date-time
                 * @example 2026-11-27T09:00:00.000Z
                 */
                seenAt: string;
            }[];
        };
        Problem: {
            code: string;
            detail: string;
            errors?: ({
                message: string;
                path: string;
            } & {
                [key: string]: unknown;
            })[];
            instance: string;
            status: number;
            title: string;
            type: string;
        };
        Product: {
            descriptionHtml: string;
            /** @example prod_019a5c3be0007000800000000000000a */
            id: string;
            images: {
                alt: string;
                height: number | null;
                url: string;
                width: number | null;
            }[];
            options: {
                name: string;
                values: string[];
            }[];
            productType: string;
            slug: string;
            tags: string[];
            title: string;
            variants: {
                available: boolean;
                compareAtPrice?: components["schemas"]["Money"];
                /** @example var_019a5c3be0007000800000000000000a */
                id: string;
                optionValues: string[];
                price: components["schemas"]["Money"];
                sku: string;
                title: string;
            }[];
            vendor: string;
        };
        ProductCard: {
            available: boolean;
            compareAtPrice?: components["schemas"]["Money"];
            /** @example prod_019a5c3be0007000800000000000000a */
            id: string;
            image: {
                alt: string;
                url: string;
            } | null;
            price: components["schemas"]["Money"];
            slug: string;
            title: string;
        };
        ProductFacets: {
            available: number;
            correctedQuery?: string;
            isComplete: boolean;
            options: {
                label?: string;
                name: string;
                values: {
                    count: number;
                    label?: string;
                    value: string;
                }[];
            }[];
            price: {
                max: components["schemas"]["Money"];
                min: components["schemas"]["Money"];
            } | null;
            total: number;
        };
        Profile: {
            /**
             * Format: date-time
             * @example 2026-11-27T09:00:00.000Z
             */
            createdAt: string;
            email: string;
            emailVerifiedAt: string | null;
            formerEmails: {
                email: string;
                /**
                 * Format: date-time
                 * @example 2026-11-27T09:00:00.000Z
                 */
                until: string;
            }[];
            name: string | null;
            pendingEmail: string | null;
        };
        Quote: {
            discount: components["schemas"]["Money"];
            lines: {
                lineTotal: components["schemas"]["Money"];
                options: {
                    name: string;
                    value: string;
                }[];
                quantity: number;
                sku: string;
                title: string;
                unitPrice: components["schemas"]["Money"];
                /** @example var_019a5c3be0007000800000000000000a */
                variantId: string;
            }[];
            shipping: components["schemas"]["Money"];
            shippingMethod: string | null;
            shippingMethods: {
                code: string;
                price: components["schemas"]["Money"];
                title: string;
            }[];
            subtotal: components["schemas"]["Money"];
            tax: components["schemas"]["Money"];
            taxIncluded: components["schemas"]["Money"];
            total: components["schemas"]["Money"];
        };
        RecoveryCodes: {
            recoveryCodes: string[];
        };
        Report: {
            /**
             * Format: date-time
             * @example 2026-11-27T09:00:00.000Z
             */
            createdAt: string;
            downloadUrl?: string;
            failure?: string;
            /** @enum {string} */
            format: "csv" | "xlsx" | "pdf";
            /**
             * Format: date
             * @example 2026-11-01
             */
            from: string;
            /** @example rep_019a5c3be0007000800000000000000a */
            id: string;
            /** @enum {string} */
            kind: "sales" | "orders" | "inventory" | "customers";
            progress: {
                done: number;
                total: number;
            };
            /** @enum {string} */
            status: "queued" | "running" | "done" | "failed";
            timeZone: string;
            /**
             * Format: date
             * @example 2026-11-01
             */
            to: string;
        };
        ReportSchedule: {
            enabled: boolean;
            /** @enum {string} */
            every: "week" | "month";
            /** @enum {string} */
            format: "csv" | "xlsx" | "pdf";
            /** @example sched_019a5c3be0007000800000000000000a */
            id: string;
            /** @enum {string} */
            kind: "sales" | "orders" | "inventory" | "customers";
            lastSentAt: string | null;
            /** Format: date */
            nextOn: string;
            recipients: string[];
        };
        SecondFactor: {
            recoveryCodesLeft: number;
            setAt: string | null;
        };
        SecondFactorOffer: {
            secret: string;
            uri: string;
        };
        Settings: {
            accent: {
                dark: string;
                light: string;
            } | null;
            address: string;
            country: string;
            currencies: string[];
            /** @example USD */
            currency: string;
            logo: {
                height: number;
                url: string;
                width: number;
            } | null;
            lowStockThreshold: number;
            mailSender: string;
            name: string;
            /** @enum {string} */
            taxDisplay: "included" | "excluded";
            timeZone: string;
            /**
             * Format: date-time
             * @example 2026-11-27T09:00:00.000Z
             */
            updatedAt: string;
        };
        ShippingZone: {
            countries: {
                country: string;
                region?: string;
            }[];
            /** @example zone_019a5c3be0007000800000000000000a */
            id: string;
            name: string;
            rates: {
                code: string;
                maxWeightGrams?: number;
                minSubtotal?: components["schemas"]["Money"];
                price: components["schemas"]["Money"];
                title: string;
                translations?: {
                    [key: string]: {
                        title: string;
                    };
                };
            }[];
        };
        StaffMember: {
            /**
             * Format: date-time
             * @example 2026-11-27T09:00:00.000Z
             */
            createdAt: string;
            disabled: boolean;
            email: string;
            /** @example staff_019a5c3be0007000800000000000000a */
            id: string;
            invitation: {
                expiresAt: string | null;
            } | null;
            name: string;
            /** @enum {string} */
            role: "owner" | "manager" | "support" | "viewer";
            secondFactor: boolean;
        };
        StaffProfile: {
            email: string;
            /** @example staff_019a5c3be0007000800000000000000a */
            id: string;
            name: string;
            /** @enum {string} */
            role: "owner" | "manager" | "support" | "viewer";
        };
        StaffSession: {
            /**
             * Format: date-time
             * @example 2026-11-27T09:00:00.000Z
             */
            endsAt: string;
            member: {
                email: string;
                /** @example staff_019a5c3be0007000800000000000000a */
                id: string;
                name: string;
                /** @enum {string} */
                role: "owner" | "manager" | "support" | "viewer";
            };
        };
        Stock: {
            available: number | null;
            /** @example var_019a5c3be0007000800000000000000a */
            variantId: string;
        };
        StockLine: {
            available: number | null;
            held: number | null;
            imageUrl: string | null;
            isLow: boolean;
            lowAt: number | null;
            /** @example prod_019a5c3be0007000800000000000000a */
            productId: string;
            sku: string;
            /** @enum {string} */
            status: "draft" | "active" | "archived";
            title: string;
            /** @example var_019a5c3be0007000800000000000000a */
            variantId: string;
            variantTitle: string;
        };
        StockMovement: {
            actor: string | null;
            /**
             * Format: date-time
             * @example 2026-11-27T09:00:00.000Z
             */
            at: string;
            delta: number;
            id: string;
            /** @enum {string} */
            kind: "receive" | "adjust" | "claim" | "release" | "restock";
            orderId: string | null;
            reason: string | null;
        };
        StockTake: {
            applied: number;
            appliedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-11-27T09:00:00.000Z
             */
            createdAt: string;
            differing: number;
            fileName: string;
            /** @example take_019a5c3be0007000800000000000000a */
            id: string;
            lines: number;
            problems: number;
            reason: string | null;
            /** @enum {string} */
            status: "ready" | "applying" | "applied";
        };
        StockTakeLine: {
            counted: number | null;
            expected: number | null;
            line: number;
            message: string | null;
            /** @enum {string} */
            outcome: "differs" | "problem" | "same";
            sku: string;
            variantId: string | null;
        };
        Suggestions: {
            collections: {
                slug: string;
                title: string;
            }[];
            correctedQuery?: string;
            products: components["schemas"]["ProductCard"][];
        };
        Task: {
            count: number;
            /** @enum {string} */
            kind: "books-differ" | "payments-in-doubt" | "refunds-failed" | "orders-to-send" | "imports-failed" | "reports-failed" | "webhooks-off" | "stock-out" | "jobs-failed";
            since: string | null;
            subject: string | null;
        };
        TaxRate: {
            appliesToShipping: boolean;
            country: string;
            /** @example tax_019a5c3be0007000800000000000000a */
            id: string;
            included: boolean;
            name: string;
            ratePpm: number;
            region?: string;
            /** @enum {string} */
            taxClass: "standard" | "exempt";
        };
        Webhook: {
            /**
             * Format: date-time
             * @example 2026-11-27T09:00:00.000Z
             */
            createdAt: string;
            disabledAt: string | null;
            enabled: boolean;
            events: string[];
            failingSince: string | null;
            /** @example hook_019a5c3be0007000800000000000000a */
            id: string;
            url: string;
        };
        WebhookDelivery: {
            attempts: {
                answer: string | null;
                /**
                 * Format: date-time
                 * @example 2026-11-27T09:00:00.000Z
                 */
                at: string;
                durationMs: number;
                error: string | null;
                status: number | null;
            }[];
            /**
             * Format: date-time
             * @example 2026-11-27T09:00:00.000Z
             */
            createdAt: string;
            /** @example hook_019a5c3be0007000800000000000000a */
            endpointId: string;
            /** @example evt_019a5c3be0007000800000000000000a */
            eventId: string;
            /** @example dlv_019a5c3be0007000800000000000000a */
            id: string;
            request: {
                data: {
                    [key: string]: unknown;
                };
                /**
                 * Format: date-time
                 * @example 2026-11-27T09:00:00.000Z
                 */
                timestamp: string;
                type: string;
            };
            settledAt: string | null;
            /** @enum {string} */
            status: "pending" | "delivered" | "failed";
            type: string;
        };
        WebhookSecret: {
            /** @example hook_019a5c3be0007000800000000000000a */
            id: string;
            secret: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
