package org.supportpolicy.fact;

/** How the customer told support about an authorised contact. */
public enum NoticeForm {
    WRITTEN, EMAIL, ORAL
}
