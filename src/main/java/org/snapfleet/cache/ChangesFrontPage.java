package org.snapfleet.cache;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What may change what the front page shows: {@link FrontPageCache#changed()} is called after it,
 * also where it fails, as nobody knows then whether its transaction was committed. It has to be on
 * whatever begins that transaction; a writer inside one that nobody tells of fails at once.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ChangesFrontPage {}
