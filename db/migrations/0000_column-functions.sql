-- array_to_string is only STABLE (an element's output could depend on settings); for text it does not, and a generated
-- column needs IMMUTABLE.
CREATE FUNCTION tags_text(tags text[]) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN array_to_string(tags, ' ');
