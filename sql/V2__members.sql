-- The members' page walks photos of one visibility, newest first, as the other lists walk theirs.
-- Only an index is added: the version before does not notice it.
CREATE INDEX photo_by_visibility ON photo (visibility, id DESC);
